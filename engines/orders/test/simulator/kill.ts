/**
 * `node engines/orders/test/simulator/kill.ts [--loops 1000] [--seed 1]`
 * Starts a core on a real folder, kills it (SIGKILL) at a random moment, starts it again on what is there, and so on. What it
 * told before it died must be there: not a sequence less, and the state byte for byte where it is the same sequence.
 * Exit code 1 when something was lost.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createRng } from '@zhanggui/kernel'

const { values } = parseArgs({
  options: { loops: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
})
const CHILD = join(dirname(fileURLToPath(import.meta.url)), 'kill-child.ts')
const folder = mkdtempSync(join(tmpdir(), 'zhanggui-kill-'))
const rng = createRng(`kill-loops-${values.seed}`)
const problems: string[] = []
let told = { sequence: 0, digest: '' }
let batches = 0

/** One life: from recovery to the kill, so many milliseconds after the first word. */
function live(afterMs: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CHILD, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      if (text === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
      text += chunk.toString()
    })
    child.on('close', () => {
      for (const line of text.split('\n').slice(0, -1)) hear(line)
      resolve()
    })
  })
}

function hear(line: string): void {
  const [word, number = '', digest = ''] = line.split(' ')
  const sequence = Number(number)
  if (word === 'told') {
    told = { sequence, digest }
    batches++
  } else if (word !== 'found') problems.push(line)
  else if (sequence < told.sequence) problems.push(`told ${told.sequence}, found ${sequence}`)
  else if (sequence === told.sequence && told.digest && digest !== told.digest)
    problems.push(`another state at ${sequence}`)
}

for (let loop = 0; loop < Number(values.loops) && problems.length === 0; loop++) await live(rng.int(400))
rmSync(folder, { recursive: true })
console.log(JSON.stringify({ loops: Number(values.loops), batches, problems }))
process.exitCode = problems.length > 0 ? 1 : 0
