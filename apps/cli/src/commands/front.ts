import { type Command, InvalidArgumentError } from 'commander'
import { CliFailure } from '../cli-failure.ts'
import { EXIT } from '../exit-codes.ts'
import type { RunCommand } from '../run-command.ts'
import { untilInterrupted } from '../until-interrupted.ts'

function parseServers(text: string): URL[] {
  return text.split(',').map((entry) => {
    const url = URL.parse(entry.trim())
    if (url?.protocol === 'http:') return url
    throw new InvalidArgumentError('写成 http://a:8787,http://b:8787 / write http://a:8787,http://b:8787')
  })
}

function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new InvalidArgumentError('0 到 65535 / 0 to 65535')
}

/** `zhanggui front`: stands before the servers of one or several sites until Ctrl-C. */
export function addFrontCommand(program: Command, run: RunCommand): void {
  program
    .command('front')
    .description('站在各机房前面：换版或机房失联时扣住并重发请求 / stand before the servers, hold and repeat requests')
    .requiredOption('--to <urls>', '服务器地址，按优先顺序，用逗号分开 / servers in order of preference', parseServers)
    .option('--port <port>', '监听端口 / port to listen on', parsePort, 8780)
    .option('--host <host>', '监听地址 / address to listen on', '127.0.0.1')
    .action((options: { to: URL[]; port: number; host: string }, command: Command) =>
      run(command, async (shell) => {
        const { sites } = await import('@zhanggui/server')
        const front = sites.createFront({
          servers: options.to,
          onSwitch: ({ host }) => shell.note({ zh: `现由 ${host} 应答`, en: `${host} answers now` }),
        })
        await new Promise<void>((resolve, reject) => {
          front.server.once('error', reject)
          front.server.listen(options.port, options.host, resolve)
        }).catch((cause: unknown) => {
          throw new CliFailure('cannot_listen', {
            zh: `无法监听 ${options.host}:${options.port}，请换一个 --port。${String(cause)}`,
            en: `Cannot listen on ${options.host}:${options.port}; choose another --port. ${String(cause)}`,
          })
        })
        const address = `http://${options.host}:${options.port}`
        shell.answer({ address }, () => address)
        await untilInterrupted(shell.signal)
        await front.close()
        return EXIT.ok
      }),
    )
}
