/**
 * Group commit: who asks at the same moment is served together. On SQLite one connection writes, and each step of a
 * transaction waits for a thread; a burst of requests, as at the opening of an accreditation, would queue for it one
 * by one.
 */

/**
 * While one group is being worked on, the next one gathers, `most` at a time; nobody waits when nothing is under way.
 * `work` does all of a group or nothing, and answers in its order. A group that fails is done again one by one, so
 * that nobody suffers from what another one sent.
 */
export function gather<Item, Result>(
  most: number,
  work: (items: readonly Item[]) => Promise<Result[]>,
): (item: Item) => Promise<Result> {
  const waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  let atWork = false;

  async function serve(): Promise<void> {
    atWork = true;
    while (waiting.length > 0) {
      const group = waiting.splice(0, most);
      try {
        const results = await work(group.map(({ item }) => item));
        for (const [at, { resolve }] of group.entries()) resolve(results[at]!);
      } catch (error) {
        if (group.length === 1) group[0]!.reject(error);
        else for (const { item, resolve, reject } of group) await alone(item).then(resolve, reject);
      }
    }
    // In the same breath in which nobody waits any more: who came between would be forgotten.
    atWork = false;
  }
  const alone = async (item: Item): Promise<Result> => (await work([item]))[0]!;

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!atWork) void serve();
    });
}
