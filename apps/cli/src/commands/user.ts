import type { Command } from 'commander'
import type { RunCommand } from '../run-command.ts'
import { withContext } from '../with-context.ts'

export function addUserCommands(program: Command, run: RunCommand): void {
  const user = program.command('user').description('用户 / people')

  user
    .command('reset-password <email>')
    .description('忘记密码时生成临时密码 / make a temporary password for somebody who lost theirs')
    .action((email: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const { user, temporaryPassword } = await withContext(shell, (context, server) =>
          server.resetPassword(context, email, { actor: shell.actor }),
        )
        shell.answer(
          { user: user.id, email: user.email, temporaryPassword },
          () =>
            `临时密码 temporary password: ${temporaryPassword}\n` +
            '首次登录时必须修改；原有登录已全部退出。 / It must be changed at the next sign-in; open sessions have ended.',
        )
      }),
    )
}
