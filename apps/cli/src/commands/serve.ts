import type { Command } from 'commander'
import { EXIT } from '../exit-codes.ts'
import type { RunCommand } from '../run-command.ts'
import { untilInterrupted } from '../until-interrupted.ts'

export function addServeCommand(program: Command, run: RunCommand): void {
  program
    .command('serve')
    .description('启动服务与页面 / serve pages and API until Ctrl-C')
    .option('--demo', '没有店铺时生成演示店铺 / make the demo shop when there is no shop yet', false)
    .action((options: { demo: boolean }, command: Command) =>
      run(command, async (shell) => {
        const { readSettings, serve } = await import('@zhanggui/server')
        const { json } = command.optsWithGlobals<{ json: boolean }>()
        const running = await serve(readSettings(shell.env), {
          demo: options.demo,
          ...(json ? { print: () => undefined } : {}),
        })
        if (json) shell.answer({ address: running.address }, () => running.address)
        await untilInterrupted(shell.signal)
        await running.close()
        return EXIT.ok
      }),
    )
}
