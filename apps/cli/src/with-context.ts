import type { Shell } from './shell.ts'

type Server = typeof import('@zhanggui/server')
type Context = Awaited<ReturnType<Server['openContext']>>

/**
 * Opens the installation for the time of `work` and closes it again, also when `work` fails. The server's code is loaded
 * here and not before, so that `--help` and a wrong command line answer at once.
 * Errors: `HomeInUseError` while another process, such as the running server, holds the folder.
 */
export async function withContext<T>(shell: Shell, work: (context: Context, server: Server) => Promise<T>): Promise<T> {
  const server = await import('@zhanggui/server')
  // A log line on standard output would spoil the answer; failures are told by the command itself.
  const settings = server.readSettings({ LOG_LEVEL: 'silent', ...shell.env })
  const context = await server.openContext(settings)
  try {
    return await work(context, server)
  } finally {
    await context.close()
  }
}
