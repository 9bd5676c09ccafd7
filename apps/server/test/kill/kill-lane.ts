import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRng, type Rng } from '@zhanggui/kernel'

const CHILD = join(dirname(fileURLToPath(import.meta.url)), 'kill-child.ts')

/** Most deaths come soon after the start, where recovery has just been; some late, when segments and snapshots have been made. */
const SOON_MS = 40
const LATE_MS = 1500
const LATE_SHARE = 0.2

type LaneOptions = { folder: string; cache: string; seed: string }

/** One folder on which one process after another lives and is killed. */
export class KillLane {
  readonly problems: string[] = []
  batches = 0
  /** Deaths by the kill, and not by the process's own end. */
  killedAtWork = 0
  private told = { sequence: 0, digest: '' }
  private readonly folder: string
  private readonly cache: string
  private readonly rng: Rng

  constructor({ folder, cache, seed }: LaneOptions) {
    mkdirSync(folder, { recursive: true })
    this.folder = folder
    this.cache = cache
    this.rng = createRng(`kill-loops-${seed}`)
  }

  /** One life: from recovery to the kill, some milliseconds after the first word. */
  live(): Promise<void> {
    const afterMs = this.rng.int(this.rng.next() < LATE_SHARE ? LATE_MS : SOON_MS)
    return new Promise((resolve) => {
      // What was compiled for one life is not compiled again for the next: more lives a minute.
      const env = { ...process.env, NODE_COMPILE_CACHE: this.cache }
      const child = spawn(process.execPath, [CHILD, this.folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env,
      })
      let text = ''
      child.stdout.on('data', (chunk: Buffer) => {
        if (text === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
        text += chunk.toString()
      })
      child.on('close', (_code, signal) => {
        if (signal === 'SIGKILL') this.killedAtWork++
        else this.problems.push(`the core ended by itself: ${text.slice(-500)}`)
        for (const line of text.split('\n').slice(0, -1)) this.hear(line)
        resolve()
      })
    })
  }

  private hear(line: string): void {
    const [word, number = '', digest = ''] = line.split(' ')
    const sequence = Number(number)
    if (word === 'told') {
      this.told = { sequence, digest }
      this.batches++
      return
    }
    const { told } = this
    if (word !== 'found') this.problems.push(line)
    else if (sequence < told.sequence) this.problems.push(`told ${told.sequence}, found ${sequence}`)
    else if (sequence === told.sequence && told.digest && digest !== told.digest)
      this.problems.push(`another state at ${sequence}`)
  }
}
