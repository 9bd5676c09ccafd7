import { randomUUID } from 'node:crypto'
import type { ClockEvent } from '@zhanggui/clocks'
import { PAUSE_REASONS, type PauseReason } from '@zhanggui/clocks'
import { type Command, Option } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import type { RunCommand } from '../../run-command.ts'
import { clockTable } from './clock-words.ts'
import type { AddClockCommand } from './index.ts'
import { parseInstant } from './parse-clock.ts'
import { withClocks } from './with-clocks.ts'

type StepOptions = ActOptions & { at?: Date; note: string; reason?: PauseReason; cancelled?: boolean }
type Step = { usage: string; description: string; reason?: true; cancelled?: true; event: ToEvent }
type ToEvent = (at: number, given: { step: string; options: StepOptions }) => ClockEvent

const reasonOf = ({ reason = 'customer' }: StepOptions): PauseReason => reason

const STEPS: readonly Step[] = [
  {
    usage: 'pause <store> <clock>',
    description: '暂停，写明在等谁 / pause, and whom it waits for',
    reason: true,
    event: (at, { options }) => ({ kind: 'pause', at, reason: reasonOf(options) }),
  },
  {
    usage: 'resume <store> <clock>',
    description: '继续 / go on',
    reason: true,
    event: (at, { options }) => ({ kind: 'resume', at, reason: reasonOf(options) }),
  },
  {
    usage: 'done <store> <clock> <step>',
    description: '完成一步 / a step is done',
    event: (at, { step }) => ({ kind: 'done', at, step }),
  },
  {
    usage: 'stop <store> <clock>',
    description: '结束 / end it',
    cancelled: true,
    event: (at, { options }) => ({ kind: 'stop', at, outcome: options.cancelled ? 'cancelled' : 'resolved' }),
  },
  {
    usage: 'reopen <store> <clock>',
    description: '重新打开，原计时继续 / reopen; the first time goes on',
    event: (at) => ({ kind: 'reopen', at }),
  },
]

function addStep(clocks: Command, run: RunCommand, { usage, description, reason, cancelled, event }: Step): void {
  const command = addAsOption(clocks.command(usage))
    .description(description)
    .option('--at <instant>', '发生的时间，默认现在 / when it happened; default now', parseInstant)
    .option('--note <text>', '备注 / note', '')
  if (reason)
    command.addOption(new Option('--reason <reason>', '等谁 / whom').choices(PAUSE_REASONS).makeOptionMandatory())
  if (cancelled) command.option('--cancelled', '撤销：合并或误报 / it was merged, or none', false)
  command.action((store: string, clock: string, ...rest: unknown[]) => {
    const step = typeof rest[0] === 'string' ? rest[0] : ''
    const options = command.opts<StepOptions>()
    return run(command, async (shell) => {
      const given = { store, options, permission: 'live:act' as const }
      const detail = await withClocks(shell, given, async ({ context, api, caller, store: shop }) => {
        const at = (options.at ?? context.clock.now()).getTime()
        const entered = { id: randomUUID(), note: options.note, event: event(at, { step, options }) }
        await api.enterEvent(context, caller, { clock, ...entered })
        return api.readClockDetail(context, { store: shop.id, id: clock })
      })
      shell.answer(detail.clock, () => clockTable([detail.clock], shell))
    })
  })
}

export const addClockSteps: AddClockCommand = (clocks, run) => {
  for (const step of STEPS) addStep(clocks, run, step)
}
