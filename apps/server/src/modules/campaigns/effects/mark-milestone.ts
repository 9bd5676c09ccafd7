import { markMilestone as marked } from '@zhanggui/campaigns'
import type { MarkMilestone } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { updateResource } from '../../admin/resources/change-resource.ts'
import { readResource } from '../../admin/resources/list-resource.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { INITIATIVES } from './initiatives.ts'

/** Marks a milestone in the record itself, so that its history tells who and when. Errors: `not_found`, `stale_version`. */
export async function markMilestone(
  context: Context,
  caller: ResourceCaller,
  { id, version, line, done }: MarkMilestone & { id: string },
): Promise<void> {
  const { data } = await readResource(context, INITIATIVES, caller, id)
  const milestones = marked(typeof data.milestones === 'string' ? data.milestones : '', { line, done })
  if (milestones === null) throw new ApiFailure('not_found', { what: `initiatives/${id}/milestones/${line}` })
  await updateResource(context, INITIATIVES, caller, { id, version, data: { ...data, milestones }, reason: '' })
}
