import { type ActOptions, addAsOption } from '../../act-as.ts'
import type { AddClockCommand } from './index.ts'
import { parseInstant, parseSubject } from './parse-clock.ts'
import { withClocks } from './with-clocks.ts'

type StartOptions = ActOptions & { subject: ReturnType<typeof parseSubject>; title: string; at?: Date }

export const addClockStart: AddClockCommand = (clocks, run) => {
  addAsOption(clocks.command('start <store> <ladder>'))
    .description('开始计时；同一事项的同一类型只计一次 / start a deadline; once for a subject and kind')
    .requiredOption('--subject <kind:number>', '事项 / what it is about', parseSubject)
    .requiredOption('--title <text>', '一句话说明 / in one sentence')
    .option('--at <instant>', '开始的时间，默认现在 / when it began; default now', parseInstant)
    .action((store: string, ladder: string, { subject, title, at, ...options }: StartOptions, command) =>
      run(command, async (shell) => {
        const given = { store, options, permission: 'live:act' as const }
        const started = await withClocks(shell, given, ({ context, api, caller }) =>
          api.startClock(context, caller, { ladder, subject, title, owner: null, ...(at && { startedAt: at }) }),
        )
        shell.answer(started, () =>
          started.created
            ? shell.say({ zh: `已开始：${started.id}`, en: `Started: ${started.id}` })
            : shell.say({ zh: `已在计时：${started.id}`, en: `Running already: ${started.id}` }),
        )
      }),
    )
}
