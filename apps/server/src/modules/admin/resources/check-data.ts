import type { Role } from '@zhanggui/contract'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { Resource, ResourceData } from './define-resource.ts'
import { describeProblems, type FieldProblem } from './describe-issue.ts'
import { keepHidden, visibleFields } from './resource-access.ts'

export type CheckedData = { ok: true; data: ResourceData } | { ok: false; problems: FieldProblem[] }

/** A form sends an emptied field as empty text; it means "no value". */
const blankToNull = (data: ResourceData): ResourceData =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, value === '' ? null : value]))

function refusedFields(resource: Resource, role: Role, sent: ResourceData): FieldProblem[] {
  const visible = new Set(visibleFields(resource, role).map(([name]) => name))
  return Object.keys(sent)
    .filter((name) => name in resource.fields && !visible.has(name))
    .map((field) => ({ field, message: '你的角色不能修改这个字段', messageEn: 'your role may not change this field' }))
}

/**
 * A row as sent, checked against its declaration; what the role may not see is taken from `current`.
 * Shape: the whole row with every field, or all problems at once.
 */
export function checkData(
  resource: Resource,
  role: Role,
  { current, sent }: { current: ResourceData; sent: ResourceData },
): CheckedData {
  const refused = refusedFields(resource, role, sent)
  if (refused.length > 0) return { ok: false, problems: refused }
  const whole = keepHidden(resource, role, { current, sent: blankToNull(sent) })
  const parsed = resource.schema.safeParse(whole, { reportInput: true })
  if (parsed.success) return { ok: true, data: parsed.data }
  return { ok: false, problems: describeProblems(resource, parsed.error.issues) }
}

/** Errors: throws `invalid_data` with a note for each field. */
export function requireData(...args: Parameters<typeof checkData>): ResourceData {
  const checked = checkData(...args)
  if (checked.ok) return checked.data
  throw new ApiFailure('invalid_data', { count: checked.problems.length, fields: checked.problems })
}
