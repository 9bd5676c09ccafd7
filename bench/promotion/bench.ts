/**
 * `npm run bench:promotion [-- --with-rivals] [--json] [--only 10x5,3x3,alone] [--seconds 3]`
 * The same carts on our engine and, with `--with-rivals`, on Medusa's and Vendure's own code without a database. The rivals are
 * installed into this folder on demand and belong to nothing else. See docs/benchmarks.md.
 */
import { execFileSync, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Speed } from './measure.ts'
import { type Figure, measureOursAlone } from './ours-alone.ts'
import { nameOf, SIZES } from './workload.ts'

const RIVALS = ['medusa', 'vendure']
const HERE = import.meta.dirname

function installRivals(): void {
  if (existsSync(join(HERE, 'node_modules/@vendure/core'))) return
  process.stderr.write('installing the rivals into bench/promotion (once, about 370 MB) …\n')
  const flags = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--no-package-lock']
  execFileSync('npm', ['install', ...flags], { cwd: HERE, stdio: ['ignore', process.stderr, process.stderr] })
}

function runPart(engine: string, size: string, seconds: string): Promise<Speed> {
  const child = fork(join(HERE, 'part-process.ts'), [engine, size, seconds], {
    stdio: ['ignore', 'ignore', process.stderr, 'ipc'],
  })
  return new Promise((resolve, reject) => {
    let speed: Speed | undefined
    child.on('message', (message) => {
      speed = message as Speed
    })
    child.on('exit', (code) => (speed ? resolve(speed) : reject(new Error(`${engine} ${size} ended with ${code}`))))
  })
}

/**
 * Engines that are compared must have done the same: as many adjustments, and cuts that differ no more than their ways of taking a
 * percentage (off the listed price or off what is left) make them differ.
 */
function checkSameWork(size: string, ours: Speed, rival: Speed, name: string): void {
  const isFar = (a: number, b: number): boolean => Math.abs(a / b - 1) > 0.1
  if (isFar(rival.adjustments, ours.adjustments) || isFar(rival.meanCutCents, ours.meanCutCents))
    throw new Error(`${name} ${size} did other work: ${JSON.stringify({ ours, rival })}`)
}

const count = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const short = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 })

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    'with-rivals': { type: 'boolean', default: false },
    only: { type: 'string' },
    seconds: { type: 'string', default: '3' },
  },
})
const say = (line: string): void => {
  if (!values.json) process.stdout.write(`${line}\n`)
}

async function measureSize(size: string): Promise<{ results: Figure[]; ratios: { id: string; value: number }[] }> {
  const engines = ['ours', ...(values['with-rivals'] ? RIVALS : [])]
  const results: Figure[] = []
  const ratios: { id: string; value: number }[] = []
  let ours: Speed | undefined
  for (const engine of engines) {
    const speed = await runPart(engine, size, values.seconds)
    ours ??= speed
    if (engine !== 'ours') checkSameWork(size, ours, speed, engine)
    results.push({ id: `${engine}.${size}`, value: speed.cartsPerSecond, unit: 'carts/s' })
    if (engine !== 'ours')
      ratios.push({ id: `ours.${size}/${engine}.${size}`, value: ours.cartsPerSecond / speed.cartsPerSecond })
    const columns = [`${engine}.${size}`.padEnd(16), count.format(speed.cartsPerSecond).padStart(10), 'carts/s']
    const work = `p99 ${short.format(speed.p99Ms)} ms, ${speed.adjustments.toFixed(1)} adjustments, ${(speed.meanCutCents / 100).toFixed(2)} off`
    const ratio =
      engine === 'ours' ? '' : `, ours is ${short.format(ours.cartsPerSecond / speed.cartsPerSecond)} times as fast`
    say(`${columns.join(' ')}  (${work}${ratio})`)
  }
  return { results, ratios }
}

if (values['with-rivals']) installRivals()
const only = values.only?.split(',')
const results: Figure[] = []
const ratios: { id: string; value: number }[] = []
for (const size of SIZES.map(nameOf)) {
  if (only && !only.includes(size)) continue
  const part = await measureSize(size)
  results.push(...part.results)
  ratios.push(...part.ratios)
}
const alone = !only || only.includes('alone') ? measureOursAlone() : []
for (const { id, value, unit } of alone) say(`${id.padEnd(16)} ${short.format(value).padStart(10)} ${unit}`)
if (values.json) process.stdout.write(`${JSON.stringify({ results: [...results, ...alone], ratios })}\n`)
