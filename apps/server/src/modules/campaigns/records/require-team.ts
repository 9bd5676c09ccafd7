import type { CampaignTeam, Role } from '@zhanggui/contract'
import { ApiFailure } from '../../../http/api-failure.ts'
import { roleAllows } from '../../admin/role-permissions.ts'

/** Teams whose own work a role may mark and sign without the right to change plans. */
const TEAMS_OF_ROLE: Readonly<Partial<Record<Role, readonly CampaignTeam[]>>> = {
  content: ['content', 'design'],
  service: ['service'],
  technology: ['technology'],
  warehouse: ['logistics'],
  merchant: ['merchant'],
}

/**
 * Whoever may change plans speaks for every team, the others for their own.
 * Errors: throws `not_permitted`.
 */
export function requireTeam(role: Role, team: CampaignTeam | null): void {
  if (roleAllows(role, 'plan:write')) return
  if (team !== null && TEAMS_OF_ROLE[role]?.includes(team)) return
  throw new ApiFailure('not_permitted', { permission: 'plan:write' })
}
