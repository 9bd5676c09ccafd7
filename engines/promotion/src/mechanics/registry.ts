import { amountOff } from './amount-off.ts'
import { anyN } from './any-n.ts'
import { bargainPrice } from './bargain-price.ts'
import { blindBox } from './blind-box.ts'
import { bundle } from './bundle.ts'
import { couponPack } from './coupon-pack.ts'
import { directCut } from './direct-cut.ts'
import { donation } from './donation.ts'
import { exchangeBuy } from './exchange-buy.ts'
import { fixedPrice } from './fixed-price.ts'
import { freeShipping } from './free-shipping.ts'
import { giftChoice } from './gift-choice.ts'
import { giftWithPurchase } from './gift-with-purchase.ts'
import { groupPrice } from './group-price.ts'
import { instalments } from './instalments.ts'
import type { AnyMechanic } from './mechanic.ts'
import { memberPrice } from './member-price.ts'
import { nthUnit } from './nth-unit.ts'
import { payLater } from './pay-later.ts'
import { percentOff } from './percent-off.ts'
import { pointsBurn } from './points-burn.ts'
import { pointsEarn } from './points-earn.ts'
import { pointsGift } from './points-gift.ts'
import { pointsMultiplier } from './points-multiplier.ts'
import { presale } from './presale.ts'
import { rebateCard } from './rebate-card.ts'
import { redPacket } from './red-packet.ts'
import { spendAndSave } from './spend-and-save.ts'
import { spendPercent } from './spend-percent.ts'
import { subscription } from './subscription.ts'
import { tradeIn } from './trade-in.ts'
import { tradeInValue } from './trade-in-value.ts'
import { unitsAndSave } from './units-and-save.ts'

/** Every kind of promotion there is. A new one is one file and one line here. */
export const MECHANICS: readonly AnyMechanic[] = [
  amountOff,
  anyN,
  bargainPrice,
  blindBox,
  bundle,
  couponPack,
  directCut,
  donation,
  exchangeBuy,
  fixedPrice,
  freeShipping,
  giftChoice,
  giftWithPurchase,
  groupPrice,
  instalments,
  memberPrice,
  nthUnit,
  payLater,
  percentOff,
  pointsBurn,
  pointsEarn,
  pointsGift,
  pointsMultiplier,
  presale,
  rebateCard,
  redPacket,
  spendAndSave,
  spendPercent,
  subscription,
  tradeIn,
  tradeInValue,
  unitsAndSave,
]

const BY_NAME = new Map(MECHANICS.map((m) => [m.mechanic, m]))

export const findMechanic = (mechanic: string): AnyMechanic | undefined => BY_NAME.get(mechanic)
