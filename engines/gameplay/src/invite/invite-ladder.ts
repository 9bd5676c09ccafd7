import { err, ok } from '@zhanggui/kernel'
import type { Effect, Game, Moment, NoPlayer, Reward, Step, Table } from '../game/game.ts'
import { problem, wholeBetween } from '../game/settings.ts'

/** 邀请解锁: rewards at so many friends who registered and had never paid here. One level: nobody earns by friends of friends. */
export type InviteSettings = {
  steps: readonly { invites: number; reward: Reward }[]
  days: number
  /** Levels of people whose coming is rewarded. Anything but 1 is a pyramid and is refused (P6.37). */
  levels: number
  /** Buying is a condition for taking part. */
  paysToJoin: boolean
  /** The friend agrees before a message reaches them. */
  asksConsent: boolean
}
export type InviteState = {
  roundId: string
  ownerId: string
  endsAtMs: number
  inviteeIds: readonly string[]
  paidSteps: number
}
/**
 * `wasInvited`: somebody's invitation has counted for this person before, in any round. `sameAs`: other accounts of the same person.
 */
export type InviteCommand = {
  kind: 'register'
  buyerId: string
  isNew: boolean
  wasInvited: boolean
  sameAs?: readonly string[]
}

function register(
  settings: InviteSettings,
  { state, player }: Table<InviteState, NoPlayer>,
  command: InviteCommand,
  { atMs }: Moment,
): Step<InviteState, NoPlayer> {
  const { buyerId, isNew, wasInvited, sameAs = [] } = command
  const own = [buyerId, ...sameAs]
  if (atMs >= state.endsAtMs) return err({ code: 'over' })
  if (own.includes(state.ownerId)) return err({ code: 'self_invite' })
  if (!isNew) return err({ code: 'not_new' })
  if (wasInvited || state.inviteeIds.some((id) => own.includes(id))) return err({ code: 'counted_before' })
  const inviteeIds = [...state.inviteeIds, buyerId]
  const reached = settings.steps.filter((step) => step.invites <= inviteeIds.length)
  const effects = reached.slice(state.paidSteps).map(
    ({ invites, reward }): Effect => ({
      key: `${state.roundId}/step/${invites}`,
      kind: 'reward',
      buyerId: state.ownerId,
      reward,
    }),
  )
  return ok({ player, state: { ...state, inviteeIds, paidSteps: reached.length }, effects })
}

function checkSteps({ steps }: InviteSettings) {
  if (steps.length === 0) return [problem('steps', 'no_steps', '至少要有一档奖励', 'at least one step is needed')]
  return steps.flatMap(({ invites }, i) => {
    const before = steps[i - 1]?.invites ?? 0
    if (Number.isSafeInteger(invites) && invites > before) return []
    return [
      problem(
        `steps[${i}]`,
        'steps_not_rising',
        '每一档的人数要多于上一档',
        'each step needs more invites than the one before',
      ),
    ]
  })
}

function checkGuards({ levels, paysToJoin, asksConsent }: InviteSettings) {
  return [
    ...(levels === 1
      ? []
      : [
          problem(
            'levels',
            'more_than_one_level',
            '只能奖励直接邀请；多级奖励属于传销式计酬',
            'only direct invitations may be rewarded; more levels are a pyramid scheme',
          ),
        ]),
    ...(paysToJoin
      ? [
          problem(
            'paysToJoin',
            'pay_to_join',
            '不能要求付费才能参加裂变活动',
            'nobody may have to pay in order to take part',
          ),
        ]
      : []),
    ...(asksConsent
      ? []
      : [
          problem(
            'asksConsent',
            'no_consent',
            '给好友发消息之前要征得本人同意',
            'a friend must agree before being contacted',
          ),
        ]),
  ]
}

export const inviteLadder: Game<InviteSettings, InviteState, NoPlayer, InviteCommand> = {
  game: 'inviteLadder',
  zh: '邀请解锁',
  en: 'Invitation ladder',
  check: (s) => [
    ...checkSteps(s),
    ...checkGuards(s),
    ...wholeBetween(s.days, 'days', { min: 1, max: 366, zh: '天数' }),
  ],
  open: ({ days }, { roundId, buyerId, atMs }) => ({
    roundId,
    ownerId: buyerId,
    endsAtMs: atMs + days * 86_400_000,
    inviteeIds: [],
    paidSteps: 0,
  }),
  playerOf: ({ buyerId }) => buyerId,
  newPlayer: {},
  play: register,
  tick: (_settings, state) => ({ state, effects: [] }),
  progress({ steps }, { inviteeIds, endsAtMs }, atMs) {
    const next = steps.find((step) => step.invites > inviteeIds.length) ?? steps[steps.length - 1]
    return { done: inviteeIds.length, needed: next?.invites ?? 0, leftMs: Math.max(0, endsAtMs - atMs) }
  },
}
