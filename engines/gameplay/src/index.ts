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
  type DonationBalance,
  type DonationMove,
  type DonationProblem,
  donationBalance,
} from './donation/donation-ledger.ts'
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
export { type GroupBuyCommand, type GroupBuySettings, type GroupBuyState, groupBuy } from './group-buy/group-buy.ts'
export { type InviteCommand, type InviteSettings, type InviteState, inviteLadder } from './invite/invite-ladder.ts'
export { type BenefitUse, type PartnerAccount, settlePartners } from './partner/settle-partners.ts'
export {
  type RainCommand,
  type RainPlayer,
  type RainSettings,
  type RainState,
  redPacketRain,
} from './rain/red-packet-rain.ts'
export {
  type SharePacketCommand,
  type SharePacketPlayer,
  type SharePacketSettings,
  type SharePacketState,
  sharePacket,
} from './share/share-packet.ts'
export { type Delivery, type Subscription, scheduleOf } from './subscription/schedule.ts'
export { type Lifetime, type SurvivalPoint, survivalCurve } from './subscription/survival.ts'
export {
  lapseTradeIn,
  playTradeIn,
  type TradeIn,
  type TradeInCommand,
  type TradeInSettlement,
} from './trade-in/trade-in.ts'
export {
  type Application,
  type Chosen,
  checkShownOrder,
  chooseTesters,
  dutiesToRemind,
  fingerprintDistance,
  type ReportDuty,
  type ShownOrder,
  type ShowVerdict,
} from './trial/trial.ts'
