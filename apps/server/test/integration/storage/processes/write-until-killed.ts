import { openContext } from '../../../../src/open-context.ts'
import { readSettings } from '../../../../src/settings.ts'

/** Writes 1, 2, 3, … from `argv[2]` on into both stores and says each number once both have answered. */
const { facts, records } = await openContext(readSettings(process.env))
await facts.command('CREATE TABLE IF NOT EXISTS answered (n UInt64) ENGINE = MergeTree ORDER BY n')
await records.query('CREATE TABLE IF NOT EXISTS answered (n int8 PRIMARY KEY)')
for (let n = Number(process.argv[2]); ; n++) {
  await Promise.all([
    facts.command('INSERT INTO answered SELECT {n:UInt64}', { n }),
    records.query('INSERT INTO answered VALUES ($1)', [n]),
  ])
  process.stdout.write(`${n}\n`)
}
