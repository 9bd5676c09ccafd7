import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** Ends a child with `signal` and waits until it is gone. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

/** Runs a command to its end. Errors: throws with what it wrote when it fails. */
export async function runToEnd(command: string, args: readonly string[], as: { uid?: number; gid?: number } = {}) {
  const child = spawn(command, args, { ...as, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
    })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${output}`)
  return output
}
