import type { Rule } from './rule.ts'
import { budgetAmountUnset } from './rules/budget/budget-amount-unset.ts'
import { budgetExcess } from './rules/budget/budget-excess.ts'
import { budgetFigureInvalid } from './rules/budget/budget-figure-invalid.ts'
import { budgetLineRepeated } from './rules/budget/budget-line-repeated.ts'
import { budgetNegative } from './rules/budget/budget-negative.ts'
import { budgetOutsideParent } from './rules/budget/budget-outside-parent.ts'
import { budgetOutsideYear } from './rules/budget/budget-outside-year.ts'
import { budgetPeriodsOverlap } from './rules/budget/budget-periods-overlap.ts'
import { budgetTooDeep } from './rules/budget/budget-too-deep.ts'
import { budgetUnassigned } from './rules/budget/budget-unassigned.ts'
import { burstRemainderSmall } from './rules/budget/burst-remainder-small.ts'
import { burstRemainderUnset } from './rules/budget/burst-remainder-unset.ts'
import { channelUnknown } from './rules/budget/channel-unknown.ts'
import { feeRatioOver } from './rules/budget/fee-ratio-over.ts'
import { pausedStageSpend } from './rules/budget/paused-stage-spend.ts'
import { pausedStageUnclear } from './rules/budget/paused-stage-unclear.ts'
import { pushWithoutSpend } from './rules/budget/push-without-spend.ts'
import { quarterAnnualConflict } from './rules/budget/quarter-annual-conflict.ts'
import { reserveMissing } from './rules/budget/reserve-missing.ts'
import { roiRuleWithoutData } from './rules/budget/roi-rule-without-data.ts'
import { shareAmountDisagree } from './rules/budget/share-amount-disagree.ts'
import { shareBaseMissing } from './rules/budget/share-base-missing.ts'
import { shareBaseUnknown } from './rules/budget/share-base-unknown.ts'
import { sharesAmbiguous } from './rules/budget/shares-ambiguous.ts'
import { stageBandInvalid } from './rules/budget/stage-band-invalid.ts'
import { stageBaseMissing } from './rules/budget/stage-base-missing.ts'
import { stageSpendAbove } from './rules/budget/stage-spend-above.ts'
import { stageSpendBelow } from './rules/budget/stage-spend-below.ts'
import { toolWithoutOwner } from './rules/budget/tool-without-owner.ts'
import { eventDatesDiffer } from './rules/events/event-dates-differ.ts'
import { eventMainDayOutside } from './rules/events/event-main-day-outside.ts'
import { eventOccasionUnknown } from './rules/events/event-occasion-unknown.ts'
import { eventOutsideYear } from './rules/events/event-outside-year.ts'
import { eventOwnerMissing } from './rules/events/event-owner-missing.ts'
import { eventQuarterMisplaced } from './rules/events/event-quarter-misplaced.ts'
import { eventRepeated } from './rules/events/event-repeated.ts'
import { eventUnlinked } from './rules/events/event-unlinked.ts'
import { eventWithoutTasks } from './rules/events/event-without-tasks.ts'
import { ownEventsOverlap } from './rules/events/own-events-overlap.ts'
import { cacOverCeiling } from './rules/goals/cac-over-ceiling.ts'
import { driverOverdetermined } from './rules/goals/driver-overdetermined.ts'
import { goalAxisWrong } from './rules/goals/goal-axis-wrong.ts'
import { goalBaselineMissing } from './rules/goals/goal-baseline-missing.ts'
import { goalBaselineUndated } from './rules/goals/goal-baseline-undated.ts'
import { goalBaselineUnlike } from './rules/goals/goal-baseline-unlike.ts'
import { goalBoundsCrossed } from './rules/goals/goal-bounds-crossed.ts'
import { goalDenominatorMissing } from './rules/goals/goal-denominator-missing.ts'
import { goalDenominatorsDiffer } from './rules/goals/goal-denominators-differ.ts'
import { goalDimensionMissing } from './rules/goals/goal-dimension-missing.ts'
import { goalDirectionWrong } from './rules/goals/goal-direction-wrong.ts'
import { goalDoubleCounted } from './rules/goals/goal-double-counted.ts'
import { goalLockedOutsideBounds } from './rules/goals/goal-locked-outside-bounds.ts'
import { goalMetricUnknown } from './rules/goals/goal-metric-unknown.ts'
import { goalNegative } from './rules/goals/goal-negative.ts'
import { goalNotAdditive } from './rules/goals/goal-not-additive.ts'
import { goalNotWhole } from './rules/goals/goal-not-whole.ts'
import { goalOutsideObserved } from './rules/goals/goal-outside-observed.ts'
import { goalOutsideParentPeriod } from './rules/goals/goal-outside-parent-period.ts'
import { goalOutsideParentScope } from './rules/goals/goal-outside-parent-scope.ts'
import { goalOutsideYear } from './rules/goals/goal-outside-year.ts'
import { goalOwnerMissing } from './rules/goals/goal-owner-missing.ts'
import { goalRatioAsPercent } from './rules/goals/goal-ratio-as-percent.ts'
import { goalRepeated } from './rules/goals/goal-repeated.ts'
import { goalSetsDoNotAdd } from './rules/goals/goal-sets-do-not-add.ts'
import { goalSumDiffers } from './rules/goals/goal-sum-differs.ts'
import { goalUndiagnosed } from './rules/goals/goal-undiagnosed.ts'
import { goalUnitDiffers } from './rules/goals/goal-unit-differs.ts'
import { goalUnmeasurable } from './rules/goals/goal-unmeasurable.ts'
import { goalUnset } from './rules/goals/goal-unset.ts'
import { goalWorseThanBaseline } from './rules/goals/goal-worse-than-baseline.ts'
import { goalsMissing } from './rules/goals/goals-missing.ts'
import { monthTargetsBlank } from './rules/goals/month-targets-blank.ts'
import { stockGoalsConflict } from './rules/goals/stock-goals-conflict.ts'
import { assumptionContradicted } from './rules/header/assumption-contradicted.ts'
import { assumptionExpired } from './rules/header/assumption-expired.ts'
import { assumptionUnknown } from './rules/header/assumption-unknown.ts'
import { assumptionUnsourced } from './rules/header/assumption-unsourced.ts'
import { chapterEmpty } from './rules/header/chapter-empty.ts'
import { contractMissing } from './rules/header/contract-missing.ts'
import { contractOutsideYear } from './rules/header/contract-outside-year.ts'
import { contractShort } from './rules/header/contract-short.ts'
import { dossierIncomplete } from './rules/header/dossier-incomplete.ts'
import { profileDeparted } from './rules/header/profile-departed.ts'
import { profileMissing } from './rules/header/profile-missing.ts'
import { profileUnknown } from './rules/header/profile-unknown.ts'
import { requestAmountMissing } from './rules/requests/request-amount-missing.ts'
import { requestDueMissing } from './rules/requests/request-due-missing.ts'
import { requestOutsideYear } from './rules/requests/request-outside-year.ts'
import { requestOwnerMissing } from './rules/requests/request-owner-missing.ts'
import { requestTextEmpty } from './rules/requests/request-text-empty.ts'
import { stageCriteriaMissing } from './rules/stages/stage-criteria-missing.ts'
import { stageMetricUnknown } from './rules/stages/stage-metric-unknown.ts'
import { stageOutsideContract } from './rules/stages/stage-outside-contract.ts'
import { stagesOverlap } from './rules/stages/stages-overlap.ts'
import { dayUnknown } from './rules/structure/day-unknown.ts'
import { dependencyCircle } from './rules/structure/dependency-circle.ts'
import { idRepeated } from './rules/structure/id-repeated.ts'
import { parentCircle } from './rules/structure/parent-circle.ts'
import { parentUnknown } from './rules/structure/parent-unknown.ts'
import { periodUnknown } from './rules/structure/period-unknown.ts'
import { rangeEmpty } from './rules/structure/range-empty.ts'
import { referenceUnknown } from './rules/structure/reference-unknown.ts'
import { tableMonthsMissing } from './rules/table/table-months-missing.ts'
import { tablePeriodRepeated } from './rules/table/table-period-repeated.ts'
import { tableRowOutsideYear } from './rules/table/table-row-outside-year.ts'
import { tableTargetBlank } from './rules/table/table-target-blank.ts'
import { taskAfterEvent } from './rules/tasks/task-after-event.ts'
import { taskBeforeDependency } from './rules/tasks/task-before-dependency.ts'
import { taskDueMissing } from './rules/tasks/task-due-missing.ts'
import { taskDueOutsidePeriod } from './rules/tasks/task-due-outside-period.ts'
import { taskEvidenceMissing } from './rules/tasks/task-evidence-missing.ts'
import { taskOutsideYear } from './rules/tasks/task-outside-year.ts'
import { taskOverdue } from './rules/tasks/task-overdue.ts'
import { taskOwnerMissing } from './rules/tasks/task-owner-missing.ts'
import { taskRepeated } from './rules/tasks/task-repeated.ts'
import { TEXT_RULES } from './text-rules.ts'

/** Every rule, in the order in which findings about one object are told. To add one: a file, and a line here. */
export const RULES: readonly Rule[] = [
  dayUnknown,
  dependencyCircle,
  idRepeated,
  parentCircle,
  parentUnknown,
  periodUnknown,
  rangeEmpty,
  referenceUnknown,
  assumptionContradicted,
  assumptionExpired,
  assumptionUnknown,
  assumptionUnsourced,
  chapterEmpty,
  contractMissing,
  contractOutsideYear,
  contractShort,
  dossierIncomplete,
  profileDeparted,
  profileMissing,
  profileUnknown,
  ...TEXT_RULES,
  cacOverCeiling,
  driverOverdetermined,
  goalAxisWrong,
  goalBaselineMissing,
  goalBaselineUndated,
  goalBaselineUnlike,
  goalBoundsCrossed,
  goalDenominatorMissing,
  goalDenominatorsDiffer,
  goalDimensionMissing,
  goalDirectionWrong,
  goalDoubleCounted,
  goalLockedOutsideBounds,
  goalMetricUnknown,
  goalNegative,
  goalNotAdditive,
  goalNotWhole,
  goalOutsideObserved,
  goalOutsideParentPeriod,
  goalOutsideParentScope,
  goalOutsideYear,
  goalOwnerMissing,
  goalRatioAsPercent,
  goalRepeated,
  goalSetsDoNotAdd,
  goalSumDiffers,
  goalUndiagnosed,
  goalUnitDiffers,
  goalUnmeasurable,
  goalUnset,
  goalWorseThanBaseline,
  goalsMissing,
  monthTargetsBlank,
  stockGoalsConflict,
  budgetAmountUnset,
  budgetExcess,
  budgetFigureInvalid,
  budgetLineRepeated,
  budgetNegative,
  budgetOutsideParent,
  budgetOutsideYear,
  budgetPeriodsOverlap,
  budgetTooDeep,
  budgetUnassigned,
  burstRemainderSmall,
  burstRemainderUnset,
  channelUnknown,
  feeRatioOver,
  pausedStageSpend,
  pausedStageUnclear,
  pushWithoutSpend,
  quarterAnnualConflict,
  reserveMissing,
  roiRuleWithoutData,
  shareAmountDisagree,
  shareBaseMissing,
  shareBaseUnknown,
  sharesAmbiguous,
  stageBandInvalid,
  stageBaseMissing,
  stageSpendAbove,
  stageSpendBelow,
  toolWithoutOwner,
  eventDatesDiffer,
  eventMainDayOutside,
  eventOccasionUnknown,
  eventOutsideYear,
  eventOwnerMissing,
  eventQuarterMisplaced,
  eventRepeated,
  eventUnlinked,
  eventWithoutTasks,
  ownEventsOverlap,
  taskAfterEvent,
  taskBeforeDependency,
  taskDueMissing,
  taskDueOutsidePeriod,
  taskEvidenceMissing,
  taskOutsideYear,
  taskOverdue,
  taskOwnerMissing,
  taskRepeated,
  requestAmountMissing,
  requestDueMissing,
  requestOutsideYear,
  requestOwnerMissing,
  requestTextEmpty,
  tableMonthsMissing,
  tablePeriodRepeated,
  tableRowOutsideYear,
  tableTargetBlank,
  stageCriteriaMissing,
  stageMetricUnknown,
  stageOutsideContract,
  stagesOverlap,
]
