/** A process of its own that counts on in an SQLite file: reads the number, then writes the next one. */
import { openSqlite } from '../../src/platform/database.js';

const [file, times] = process.argv.slice(2);
const db = openSqlite(file!);
for (let time = 0; time < Number(times); time += 1) {
  await db.transaction(async (trx) => {
    const { value } = await trx('counter').first();
    await trx('counter').update({ value: value + 1 });
  });
}
await db.destroy();
