import { EXIT } from './exit-codes.ts'

type Server = typeof import('@zhanggui/server')

/** Where text goes: a stream of the process, or a string that a test reads. */
export type TextSink = { readonly isTTY?: boolean; write(text: string): unknown }

/** Everything of the outside world that a run touches. `main.ts` hands in the process; a caller inside another program its own. */
export type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The one answer of a command. */
  readonly stdout: TextSink
  /** Remarks, progress and failures. */
  readonly stderr: TextSink
  readonly openContext: Server['openContext']
  /** Asked for once a command begins; fires when the run is to stop. */
  interruptSignal(): AbortSignal
}

/** One Ctrl-C may arrive twice, from the terminal and from npm; what follows later is a second wish. */
const ONE_PRESS_MS = 1000

/** Ctrl-C asks once, politely; the second time the process ends where it stands. */
function processInterrupt(): AbortSignal {
  const controller = new AbortController()
  let askedAt: number | undefined
  const onSignal = (): void => {
    if (askedAt !== undefined && performance.now() - askedAt > ONE_PRESS_MS) process.exit(EXIT.interrupted)
    askedAt ??= performance.now()
    controller.abort()
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onSignal)
  return controller.signal
}

/** This process. The server's code is loaded when an installation is opened and not before. */
export const processSurroundings = (): Surroundings => ({
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  openContext: async (...args) => (await import('@zhanggui/server')).openContext(...args),
  interruptSignal: processInterrupt,
})
