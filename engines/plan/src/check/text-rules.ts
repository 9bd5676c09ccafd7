import type { Rule } from './rule.ts'
import { baseSalesWhilePaused } from './rules/texts/base-sales-while-paused.ts'
import { boughtOrders } from './rules/texts/bought-orders.ts'
import { boughtReviews } from './rules/texts/bought-reviews.ts'
import { cadenceMixed } from './rules/texts/cadence-mixed.ts'
import { capacityOutOfScale } from './rules/texts/capacity-out-of-scale.ts'
import { chapterClaimUnquantified } from './rules/texts/chapter-claim-unquantified.ts'
import { clockMeasureMixed } from './rules/texts/clock-measure-mixed.ts'
import { exposuresMixed } from './rules/texts/exposures-mixed.ts'
import { giveawayNotSimulated } from './rules/texts/giveaway-not-simulated.ts'
import { liveSessionsShort } from './rules/texts/live-sessions-short.ts'
import { liveStaffShort } from './rules/texts/live-staff-short.ts'
import { marketFigureDated } from './rules/texts/market-figure-dated.ts'
import { noteClaimUnquantified } from './rules/texts/note-claim-unquantified.ts'
import { percentageWithoutBase } from './rules/texts/percentage-without-base.ts'
import { personalData } from './rules/texts/personal-data.ts'
import { personalPricing } from './rules/texts/personal-pricing.ts'
import { phaseGivenTwice } from './rules/texts/phase-given-twice.ts'
import { phasesOverlap } from './rules/texts/phases-overlap.ts'
import { placeholder } from './rules/texts/placeholder.ts'
import { prizeOverLimit } from './rules/texts/prize-over-limit.ts'
import { rankManipulation } from './rules/texts/rank-manipulation.ts'
import { responseClocksDiffer } from './rules/texts/response-clocks-differ.ts'
import { scraping } from './rules/texts/scraping.ts'
import { sleepingDefinitionsDiffer } from './rules/texts/sleeping-definitions-differ.ts'
import { sleepingUndefined } from './rules/texts/sleeping-undefined.ts'
import { stackedDiscountDeep } from './rules/texts/stacked-discount-deep.ts'
import { superlative } from './rules/texts/superlative.ts'
import { tierRateFalls } from './rules/texts/tier-rate-falls.ts'
import { toolOtherPlatform } from './rules/texts/tool-other-platform.ts'
import { toolOutdated } from './rules/texts/tool-outdated.ts'
import { turnoverRateInDays } from './rules/texts/turnover-rate-in-days.ts'
import { untestableAbsolute } from './rules/texts/untestable-absolute.ts'
import { viewMixed } from './rules/texts/view-mixed.ts'

/** What is wrong with words alone, wherever they stand; a document without any table is checked by these. */
export const TEXT_RULES: readonly Rule[] = [
  baseSalesWhilePaused,
  boughtOrders,
  boughtReviews,
  cadenceMixed,
  capacityOutOfScale,
  chapterClaimUnquantified,
  clockMeasureMixed,
  exposuresMixed,
  giveawayNotSimulated,
  liveSessionsShort,
  liveStaffShort,
  marketFigureDated,
  noteClaimUnquantified,
  percentageWithoutBase,
  personalData,
  personalPricing,
  phaseGivenTwice,
  phasesOverlap,
  placeholder,
  prizeOverLimit,
  rankManipulation,
  responseClocksDiffer,
  scraping,
  sleepingDefinitionsDiffer,
  sleepingUndefined,
  stackedDiscountDeep,
  superlative,
  tierRateFalls,
  toolOtherPlatform,
  toolOutdated,
  turnoverRateInDays,
  untestableAbsolute,
  viewMixed,
]
