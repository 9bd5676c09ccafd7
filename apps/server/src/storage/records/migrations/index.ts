import { installation } from './0001-installation.ts'
import { admin } from './0010-admin.ts'
import { resourceOwner } from './0011-resource-owner.ts'
import { data } from './0020-data.ts'
import { mappingNames } from './0021-mapping-names.ts'
import { approvals } from './0030-approvals.ts'
import { people } from './0031-people.ts'
import { plans } from './0040-plans.ts'
import { planAcknowledgements } from './0041-plan-acknowledgements.ts'
import { budget } from './0050-budget.ts'
import { promotions } from './0060-promotions.ts'
import { coupons } from './0061-coupons.ts'
import { games } from './0062-games.ts'
import { programmes } from './0063-programmes.ts'
import { rebateCards } from './0064-rebate-cards.ts'
import { clocks } from './0070-clocks.ts'
import { duty } from './0071-duty.ts'
import { merchantWarnings } from './0072-merchant-warnings.ts'
import { alerts } from './0073-alerts.ts'
import { noticeChannels } from './0074-notice-channels.ts'
import { live } from './0076-live.ts'
import { campaigns } from './0080-campaigns.ts'
import { playbookUndoWords } from './0081-playbook-undo-words.ts'
import { trade } from './0090-trade.ts'
import { keyScopes } from './0091-key-scopes.ts'
import { shopOrders } from './0093-shop-orders.ts'
import { payments } from './0094-payments.ts'
import { returns } from './0095-returns.ts'
import { loadReports } from './0097-load-reports.ts'
import { playbooks } from './0098-playbooks.ts'
import { drills } from './0099-drills.ts'
import { parcelsToPlan } from './0100-parcels-to-plan.ts'
import { paymentReminders } from './0101-payment-reminders.ts'
import { sites } from './0104-sites.ts'
import { serviceLevels } from './0105-service-levels.ts'
import { attackReports } from './0106-attack-reports.ts'
import { reports } from './0110-reports.ts'
import { partners } from './0111-partners.ts'
import { surveys } from './0115-surveys.ts'
import { personMarks } from './0118-person-marks.ts'
import { promotionLots } from './0119-promotion-lots.ts'
import { siteDepartures } from './0120-site-departures.ts'
import { paymentRisk } from './0123-payment-risk.ts'
import { simulatedChannels } from './0127-simulated-channels.ts'
import { goodsRevision } from './0130-goods-revision.ts'
import { ruleSets } from './0131-rule-sets.ts'
import { unlinkedMarks } from './0134-unlinked-marks.ts'
import type { RecordMigration } from './migration.ts'

/**
 * Every migration of the record store, in order: 0010 admin, 0020 data, 0030 approvals and people, 0040 plans, 0050 budget,
 * 0060 promotions. Add a line; never change one that was released.
 */
export const RECORD_MIGRATIONS: readonly RecordMigration[] = [
  installation,
  admin,
  resourceOwner,
  data,
  mappingNames,
  approvals,
  people,
  plans,
  planAcknowledgements,
  budget,
  promotions,
  coupons,
  games,
  clocks,
  duty,
  merchantWarnings,
  programmes,
  alerts,
  noticeChannels,
  live,
  returns,
  campaigns,
  playbookUndoWords,
  playbooks,
  drills,
  shopOrders,
  parcelsToPlan,
  payments,
  loadReports,
  sites,
  serviceLevels,
  attackReports,
  paymentReminders,
  reports,
  partners,
  surveys,
  trade,
  keyScopes,
  rebateCards,
  personMarks,
  promotionLots,
  siteDepartures,
  paymentRisk,
  simulatedChannels,
  goodsRevision,
  ruleSets,
  unlinkedMarks,
]
