import type { Shell } from './shell.ts'

type Server = typeof import('@zhanggui/server')
type Context = Awaited<ReturnType<Server['openContext']>>

/**
 * Opens the installation for the time of `work` and closes it again, also when `work` fails. The server's code is loaded
 * here and not before, so that `--help` and a wrong command line answer at once.
 * Errors: `HomeInUseError` while another process, such as the running server, holds the folder.
 */
export async function withContext<T>(shell: Shell, work: (context: Context, server: Server) => Promise<T>): Promise<T> {
  const [server, { pino }] = await Promise.all([import('@zhanggui/server'), import('pino')])
  const settings = server.readSettings({ LOG_LEVEL: 'silent', ...shell.env })
  // To standard error: a log line on standard output would spoil the answer.
  const context = await shell.openContext(settings, { log: pino({ level: settings.logLevel }, pino.destination(2)) })
  try {
    return await work(context, server)
  } finally {
    await context.close()
  }
}
