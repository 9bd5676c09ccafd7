import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createRng } from '@zhanggui/kernel'
import type { BenchPart } from '../bench-part.ts'
import { measureImport } from '../measured-import.ts'

const ROWS = 5_000_000
const LINES_A_CHUNK = 20_000
/** 2017-11-25 to 2017-12-03 in Beijing, the nine days of the public set. */
const FIRST_SECOND = Date.parse('2017-11-24T16:00:00Z') / 1000
const SECONDS = 9 * 86_400

/** Rows as in the public UserBehavior set, no header: user, item, category, type, Unix seconds. Same count, same file. */
function* behaviourLines(rows: number): Generator<string> {
  const rng = createRng('bench/behaviour')
  const types = [
    'pv',
    'pv',
    'pv',
    'pv',
    'pv',
    'pv',
    'pv',
    'pv',
    'pv',
    'pv',
    'pv',
    'pv',
    'pv',
    'pv',
    'pv',
    'pv',
    'pv',
    'cart',
    'fav',
    'buy',
  ]
  let chunk = ''
  for (let i = 1; i <= rows; i++) {
    const item = rng.int(4_000_000)
    chunk += `${1 + rng.int(1_000_000)},${item},${1 + (item % 9_439)},${types[rng.int(types.length)]},${FIRST_SECOND + rng.int(SECONDS)}\n`
    if (i % LINES_A_CHUNK > 0 && i < rows) continue
    yield chunk
    chunk = ''
  }
}

/** Five million rows in the form of taobao_userbehavior: rows/s, memory, and time against the engine's bare CSV ingest. */
export const importBehaviour: BenchPart = async ({ rows = ROWS }) => {
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-bench-'))
  const path = join(folder, 'UserBehavior.csv')
  try {
    await pipeline(Readable.from(behaviourLines(rows)), createWriteStream(path))
    return await measureImport({
      id: 'importBehaviour',
      paths: [path],
      small: '1,2,3,pv,1511544070\n1,2,3,buy,1511544071\n',
      bare: {
        columns: 'user UInt64, item UInt64, category UInt64, type LowCardinality(String), at DateTime',
        orderBy: "(toDate(at, 'Asia/Shanghai'), type, user, at)",
        skipLines: 0,
      },
      heap: {
        columns: 'user UInt64, item UInt64, category UInt64, type String, at UInt32',
        orderBy: 'tuple()',
        skipLines: 0,
      },
      check: (job) => job.rows === rows && job.rejected === 0,
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
