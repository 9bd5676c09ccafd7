import { JUDGE_PARTNERS } from '../admin/partners/levels/judge-partners.ts'
import { ADVANCE_CAMPAIGNS } from '../campaigns/records/advance-campaigns.ts'
import { FIRE_RUN_SHEETS } from '../campaigns/run-sheet/fire-run-items.ts'
import { PLAN_ROUNDS } from '../drills/plans/plan-rounds.ts'
import { PLAYBOOK_ROUNDS } from '../drills/playbooks/triggers/playbook-rounds.ts'
import { PLAY_DRILLS } from '../drills/rehearsals/run-drills.ts'
import { ISSUE_CARDS } from '../promotions/cards/issue-cards.ts'
import { FOLLOW_GAMES } from '../promotions/games/follow-games.ts'
import { RELEASE_ORDERS } from '../promotions/orders/release-due-orders.ts'
import { FOLLOW_PROGRAMMES } from '../promotions/programmes/cases/follow-programmes.ts'
import { FOLLOW_LOTS } from '../promotions/stock/work-lots.ts'
import { SEND_REPORTS } from '../review/reports/delivery/send-due-reports.ts'
import { END_RISK_CHECKS } from '../risk/checks/end-checks.ts'
import { NOTE_RISK_PROFILES } from '../risk/orders/note-profiles.ts'
import { PUSH_SCORECARDS } from '../risk/scorecards/push-scorecards.ts'
import { PLAN_PARCELS } from '../trade/fulfilment/plan-parcels.ts'
import { OPEN_LAUNCHES } from '../trade/launches/open-launches.ts'
import { WORK_EFFECTS } from '../trade/life/effects/work-effects.ts'
import { WRITE_ORDER_FACTS } from '../trade/life/facts/write-order-facts.ts'
import { ORDERS_BY_CLOCK } from '../trade/life/live-by-clock.ts'
import { FOLLOW_PAYMENTS } from '../trade/payments/ask-providers.ts'
import { REMIND_PAYMENTS } from '../trade/reminders/remind-by-clock.ts'
import { ALERT_ROUNDS } from './alerts/rounds/run-round.ts'
import { KEEP_HOUR_TOPS } from './board/keep-hour-tops.ts'
import { NOTICE_DELIVERY } from './channels/deliver-due.ts'
import { FOLLOW_POLICIES } from './clocks/follow-policies.ts'
import { NOTICE_MARKS } from './clocks/notice-marks.ts'
import type { TickJob } from './tick-job.ts'

/** Every job that the server runs by the clock; a new one is a declaration beside its area and a line here. */
export const TICK_JOBS: readonly TickJob[] = [
  NOTICE_MARKS,
  FOLLOW_POLICIES,
  RELEASE_ORDERS,
  FOLLOW_LOTS,
  ISSUE_CARDS,
  ORDERS_BY_CLOCK,
  WORK_EFFECTS,
  FOLLOW_PAYMENTS,
  NOTE_RISK_PROFILES,
  END_RISK_CHECKS,
  PUSH_SCORECARDS,
  REMIND_PAYMENTS,
  OPEN_LAUNCHES,
  PLAN_PARCELS,
  WRITE_ORDER_FACTS,
  FOLLOW_PROGRAMMES,
  FOLLOW_GAMES,
  ADVANCE_CAMPAIGNS,
  FIRE_RUN_SHEETS,
  KEEP_HOUR_TOPS,
  ALERT_ROUNDS,
  PLAYBOOK_ROUNDS,
  PLAN_ROUNDS,
  PLAY_DRILLS,
  SEND_REPORTS,
  JUDGE_PARTNERS,
  NOTICE_DELIVERY,
]
