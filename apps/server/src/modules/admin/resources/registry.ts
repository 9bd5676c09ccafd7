import { RESOURCE_NEEDS } from '../../budget/resources/resource-needs.ts'
import { HOLIDAY_OVERRIDES } from '../../campaigns/calendar/holiday-overrides.ts'
import { SHOP_OCCASIONS } from '../../campaigns/calendar/shop-occasions.ts'
import { COMPETITOR_CAMPAIGNS } from '../../campaigns/conflicts/competitor-campaigns.ts'
import { COMPETITOR_PRICES } from '../../campaigns/conflicts/competitor-prices.ts'
import { INITIATIVES } from '../../campaigns/effects/initiatives.ts'
import { REGION_POTENTIALS } from '../../goals/balance/region-potentials.ts'
import { CONTRACTS } from '../../goals/collaboration/contracts.ts'
import { LIAISON_LOG } from '../../goals/collaboration/liaison-log.ts'
import { MEETING_NOTES } from '../../goals/collaboration/meeting-notes.ts'
import { MERCHANT_DOSSIER } from '../../goals/collaboration/merchant-dossier.ts'
import { MERCHANT_REQUESTS } from '../../goals/collaboration/merchant-requests.ts'
import { AWARDS } from '../../goals/goals/awards.ts'
import { MARKET_ASSUMPTIONS } from '../../insight/market-assumptions.ts'
import { RANK_ACTIONS } from '../../insight/ranks/rank-actions.ts'
import { RANK_GOALS } from '../../insight/ranks/rank-goals.ts'
import { RANK_READINGS } from '../../insight/ranks/rank-readings.ts'
import { SAVED_VIEWS } from '../../insight/saved-views.ts'
import { AD_CREATIVES } from '../../live/alerts/series/ad-creatives.ts'
import { SHOP_READINGS } from '../../live/alerts/series/shop-readings.ts'
import { CLOCK_TARGETS } from '../../live/clocks/resources/clock-targets.ts'
import { DUTY_SHIFTS } from '../../live/clocks/resources/duty-shifts.ts'
import { SERVICE_CLOSURES } from '../../live/clocks/resources/service-closures.ts'
import { SERVICE_HOURS } from '../../live/clocks/resources/service-hours.ts'
import { TIERS } from '../../members/tiers.ts'
import { PRODUCTS } from '../../products/products.ts'
import { LESSONS } from '../../review/archive/lessons.ts'
import { CHANNEL_TESTS } from '../../review/attribution/channel-tests.ts'
import { BENCHMARKS } from '../../review/diagnosis/benchmarks.ts'
import { SURVEY_QUESTIONS, SURVEYS } from '../../review/surveys/surveys.ts'
import { RISK_CHECKS } from '../../risk/checks/check-settings.ts'
import { CHECKOUT_STEPS } from '../../trade/checkout/checkout-steps.ts'
import { CARRIERS, WAREHOUSES } from '../../trade/fulfilment/warehouses.ts'
import { LAUNCH_SEEDINGS } from '../../trade/launches/launch-seedings.ts'
import { LAUNCHES } from '../../trade/launches/launches.ts'
import { PAYMENT_PROVIDERS } from '../../trade/payments/providers.ts'
import { PAYMENT_REMINDERS } from '../../trade/reminders/reminder-plans.ts'
import { CHANNELS } from '../../traffic/channels.ts'
import { PAGE_BUDGETS } from '../../traffic/speed/page-budgets.ts'
import { TOOLS } from '../../traffic/tools.ts'
import { PARTNER_CONTRACTS } from '../partners/records/partner-contracts.ts'
import { PARTNER_LEVELS } from '../partners/records/partner-levels.ts'
import { PARTNER_PEOPLE } from '../partners/records/partner-people.ts'
import { PARTNER_READINGS } from '../partners/records/partner-readings.ts'
import { PARTNERS } from '../partners/records/partners.ts'
import { CONTENT_MONTHS } from '../staffing/content-months.ts'
import { POSITIONS } from '../staffing/positions.ts'
import type { Resource } from './define-resource.ts'

/** Every resource of the system; a new one is a declaration and a line here. */
export const RESOURCES: readonly Resource[] = [
  PRODUCTS,
  CHANNELS,
  TIERS,
  SAVED_VIEWS,
  MERCHANT_REQUESTS,
  CONTRACTS,
  MERCHANT_DOSSIER,
  LIAISON_LOG,
  MEETING_NOTES,
  AWARDS,
  REGION_POTENTIALS,
  MARKET_ASSUMPTIONS,
  TOOLS,
  RESOURCE_NEEDS,
  SHOP_OCCASIONS,
  HOLIDAY_OVERRIDES,
  COMPETITOR_CAMPAIGNS,
  COMPETITOR_PRICES,
  INITIATIVES,
  LESSONS,
  CHANNEL_TESTS,
  BENCHMARKS,
  SURVEYS,
  SURVEY_QUESTIONS,
  SERVICE_HOURS,
  SERVICE_CLOSURES,
  CLOCK_TARGETS,
  DUTY_SHIFTS,
  SHOP_READINGS,
  AD_CREATIVES,
  WAREHOUSES,
  CARRIERS,
  PAYMENT_PROVIDERS,
  RISK_CHECKS,
  PAYMENT_REMINDERS,
  CHECKOUT_STEPS,
  LAUNCHES,
  LAUNCH_SEEDINGS,
  PAGE_BUDGETS,
  RANK_GOALS,
  RANK_READINGS,
  RANK_ACTIONS,
  PARTNERS,
  PARTNER_PEOPLE,
  PARTNER_CONTRACTS,
  PARTNER_LEVELS,
  PARTNER_READINGS,
  POSITIONS,
  CONTENT_MONTHS,
]
