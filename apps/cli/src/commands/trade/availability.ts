import type { Availability } from '@zhanggui/contract'
import { type Command, InvalidArgumentError } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import type { Shell } from '../../shell.ts'
import type { AddTradeCommand } from './index.ts'
import { withTrade } from './with-trade.ts'

function parseLevel(text: string): 0 | 1 | 2 | 3 {
  const level = ([0, 1, 2, 3] as const).find((known) => String(known) === text)
  if (level !== undefined) return level
  throw new InvalidArgumentError('0、1、2 或 3 / 0, 1, 2 or 3')
}

const ROOM_WORDS = {
  has_room: { zh: '有余量', en: 'has room' },
  full: { zh: '没有余量', en: 'no room' },
  silent: { zh: '没有消息', en: 'not heard of' },
} as const

function loadText(
  shell: Shell,
  { site, level, busy, room }: NonNullable<Availability['site']>['loads'][number],
): string {
  const share = `${(busy * 100).toFixed(0)}%`
  return shell.say({
    zh: `  ${site}：级别 ${level}，忙碌 ${share}，${ROOM_WORDS[room].zh}`,
    en: `  ${site}: level ${level}, at work ${share}, ${ROOM_WORDS[room].en}`,
  })
}

function textOf(shell: Shell, { service, site, protection }: Availability): string {
  const { set, ladder } = service
  const [attack] = protection.attacks
  return [
    shell.say({ zh: `人工设定的服务级别：${set?.level ?? 0}`, en: `Service level set by hand: ${set?.level ?? 0}` }),
    ...ladder.map(({ level, zh, en }) => `  ${level} ${shell.say({ zh, en })}`),
    site
      ? shell.say({
          zh: `下单机房 ${site.leader ?? '无'}，备用 ${site.follower ?? '无'}，第 ${site.epoch ?? 0} 任`,
          en: `Deciding site ${site.leader ?? 'none'}, in step ${site.follower ?? 'none'}, epoch ${site.epoch ?? 0}`,
        })
      : shell.say({ zh: '单机房', en: 'One site' }),
    ...(site?.loads ?? []).map((load) => loadText(shell, load)),
    attack
      ? shell.say({
          zh: `最近一次攻击 ${attack.startedAt}，可疑占比最高 ${attack.peakBp / 100}%`,
          en: `Last attack ${attack.startedAt}, at most ${attack.peakBp / 100}% suspicious`,
        })
      : shell.say({ zh: '没有记录到攻击', en: 'No attack was met' }),
  ].join('\n')
}

export const addTradeAvailability: AddTradeCommand = (trade, run) => {
  trade
    .command('availability <store>')
    .description('可用性：停了什么、哪个机房下单、受到的攻击 / what is left out, which site decides, attacks')
    .action((store: string, _options: object, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const found = await withTrade(shell, given, (context, api, caller) =>
          api.readAvailability(context, caller.store),
        )
        shell.answer(found, () => textOf(shell, found))
      }),
    )
  addAsOption(trade.command('level <store> <level>'))
    .description('人工降级：0 自动，1–3 至少停到这一级 / leave at least this much out; 0: the load decides')
    .requiredOption('--reason <text>', '原因 / why')
    .action((store: string, text: string, { reason, ...options }: ActOptions & { reason: string }, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options, permission: 'trade:write' as const }
        const found = await withTrade(shell, given, async (context, api, caller) => {
          await api.setServiceLevel(context, caller, { level: parseLevel(text), reason })
          return api.readAvailability(context, caller.store)
        })
        shell.answer(found, () => textOf(shell, found))
      }),
    )
}
