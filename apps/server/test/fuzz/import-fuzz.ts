import { parseArgs } from 'node:util'
import { createTestContext } from '../support/test-context.ts'
import { fuzzImports } from './fuzz-imports.ts'

// node apps/server/test/fuzz/import-fuzz.ts --files 10000 --seed 1
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
  },
})

const context = await createTestContext()
const started = performance.now()
const report = await fuzzImports(context, {
  files: Number(values.files),
  first: Number(values.first),
  seed: Number(values.seed),
  store: 'fuzz',
  onFile: ({ files, faults }) => {
    if (files % 50 !== 0) return
    const seconds = Math.round((performance.now() - started) / 1000)
    process.stderr.write(
      `${files} files, ${faults.length} faults, ${seconds} s ${JSON.stringify(faults.at(-1) ?? '')}\n`,
    )
  },
})
await context.close()
process.stdout.write(
  `${JSON.stringify({ ...report, seconds: Math.round((performance.now() - started) / 1000) }, null, 2)}\n`,
)
process.exitCode = report.faults.length > 0 ? 1 : 0
