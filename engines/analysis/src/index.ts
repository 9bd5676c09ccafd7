export { decomposeProduct, decomposeWhole, type Effect, type Factor } from './drivers/decompose-product.ts'
export { type DriverEffect, type DriverId, type SalesSide, salesDrivers } from './drivers/sales-drivers.ts'
export { differenceInDifferences, type EffectEstimate, type UnitChange } from './effects/difference-in-differences.ts'
export { effectByUnits } from './effects/effect-by-units.ts'
export { agreement } from './engagement/agreement.ts'
export {
  type Engagement,
  type EngagementGroup,
  engagementGroups,
  type Participation,
} from './engagement/engagement-groups.ts'
export { type MixRate, type MixRateEffect, mixRate, type RatioPart } from './mix/mix-rate.ts'
export { type ItemEffect, type ItemSales, type PriceVolumeMix, priceVolumeMix } from './mix/price-volume-mix.ts'
export {
  CONTRIBUTION_RULES,
  type Contribution,
  type ContributionRules,
  contributions,
  type PartDays,
} from './parts/contributions.ts'
export { standing } from './parts/false-discoveries.ts'
export { type Difference, meanDifference, pairedDifference } from './parts/mean-difference.ts'
export { type LeverFigure, type ProposedLever, proposeLevers } from './ranks/propose-levers.ts'
export {
  distanceTo,
  type RankDistance,
  type RankGoal,
  type RankOutlook,
  type RankStanding,
  type RankVerdict,
  rankStanding,
} from './ranks/rank-goal.ts'
export { RANK_LEVERS, type RankLever } from './ranks/rank-levers.ts'
export { type RankPoint, type RankReading, type RankSeries, rankSeries } from './ranks/rank-series.ts'
export { type BoundedRate, wilsonBounds } from './rates/wilson-bounds.ts'
export { CHANGE_RULES, type ProposedChange, proposedChanges } from './survey/proposed-changes.ts'
export { type OptionShare, type QuestionSummary, summariseQuestion } from './survey/summarise-question.ts'
export {
  CHANGE_AREAS,
  type ChangeArea,
  QUESTION_KINDS,
  type QuestionKind,
  type Reply,
  type SurveyAnswer,
  type SurveyQuestion,
} from './survey/survey.ts'
export { type Check, judgeCheck, type Verdict, WEAKNESS_CLASSES, type WeaknessClass } from './weaknesses/judge-check.ts'
