/** Remembers answers that depend on nothing but the question, up to a limit; then it forgets everything and starts anew. */
export function remember<Key, Answer>(limit: number, find: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    const found = find(key);
    if (known.size >= limit) known.clear();
    known.set(key, found);
    return found;
  };
}
