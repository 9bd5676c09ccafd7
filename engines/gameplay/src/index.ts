export {
  type BargainCommand,
  type BargainSettings,
  type BargainState,
  bargain,
  bargainPrice,
} from './bargain/bargain.ts'
export { finishChanceBp } from './bargain/finish-chance.ts'
export {
  type Box,
  type BoxItem,
  type BoxRefusal,
  type BoxSettings,
  checkBox,
  composeBox,
  itemOdds,
  takeBox,
} from './blind-box/compose-box.ts'
export { listMixes } from './blind-box/list-mixes.ts'
export { commitmentOf, drawBelow, isSeed, type Seed, scoreOf } from './chance/seed.ts'
export { nextPacket, type PoolLeft, splitPool } from './chance/split-pool.ts'
export {
  checkDraw,
  DRAW_LIMITS,
  type DrawLimits,
  type DrawSettings,
  drawWinners,
  type Ticket,
  type Winner,
  winChance,
} from './draw/draw.ts'
export {
  type DrawCommand,
  type DrawGameSettings,
  type DrawPlayer,
  type DrawState,
  drawGame,
} from './draw/draw-game.ts'
export { EMPTY_INSTANT, type InstantPrize, type InstantState, playInstant, prizeAt } from './draw/instant-draw.ts'
export {
  type AnyGame,
  type Effect,
  type Game,
  type Moment,
  type NoPlayer,
  type Progress,
  REFUSALS,
  type Refusal,
  type Reward,
  type SettingProblem,
  type Step,
  type Table,
} from './game/game.ts'
export { REFUSAL_TEXT } from './game/refusal-text.ts'
export { findGame, GAMES } from './game/registry.ts'
export { problem } from './game/settings.ts'
export { type GroupBuyCommand, type GroupBuySettings, type GroupBuyState, groupBuy } from './group-buy/group-buy.ts'
export { type InviteCommand, type InviteSettings, type InviteState, inviteLadder } from './invite/invite-ladder.ts'
export {
  type DescribedMark,
  type DescribedPerson,
  describePerson,
  MARK_STANDINGS,
  type MarkHolder,
  type MarkStanding,
  type TimedSighting,
} from './people/describe-person.ts'
export {
  type AccountLink,
  accountsOf,
  LINK_RULE,
  type LinkedPerson,
  type LinkRule,
  linkAccounts,
  MARK_KINDS,
  type MarkKind,
  type Sighting,
} from './people/link-accounts.ts'
export {
  examplesOn,
  type Field,
  type FieldKind,
  type Fields,
  type Names,
  type ValuesOf,
} from './programme/field.ts'
export { accountBalances, type Entry, type Line, partyOf, payableTo, transfer } from './programme/ledger.ts'
export type {
  AnyProgramme,
  CartsSought,
  Collected,
  Days,
  Fact,
  NeededBatch,
  Programme,
  ProgrammeBuyer,
  ProgrammeCommand,
  ProgrammeEffect,
  ProgrammeMoment,
  ProgrammeOutcome,
} from './programme/programme.ts'
export { readValues } from './programme/read-values.ts'
export { PROGRAMME_REFUSAL_TEXT, type ProgrammeRefusal } from './programme/refusal.ts'
export { findProgramme, PROGRAMMES } from './programme/registry.ts'
export {
  type RainCommand,
  type RainPlayer,
  type RainSettings,
  type RainState,
  redPacketRain,
} from './rain/red-packet-rain.ts'
export { packetNow, type ShareCounts } from './share/packet-pace.ts'
export { rehearseShares, type ShareCourse, type ShareRehearsal, type ShareWorld } from './share/rehearse-shares.ts'
export {
  type SharePacketCommand,
  type SharePacketPlayer,
  type SharePacketState,
  sharePacket,
} from './share/share-packet.ts'
export { largestPacket, type SharePacketSettings } from './share/share-settings.ts'
export { lifetimeOf, matchByMonth, type Span } from './subscription/fair-cohorts.ts'
export { type Delivery, type Subscription, scheduleOf } from './subscription/schedule.ts'
export { type Lifetime, type SurvivalPoint, survivalCurve } from './subscription/survival.ts'
export { chooseTesters } from './trial/choose-testers.ts'
