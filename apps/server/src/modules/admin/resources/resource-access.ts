import type { ResourceInfo, Role } from '@zhanggui/contract'
import { roleAllows } from '../role-permissions.ts'
import type { Resource, ResourceData } from './define-resource.ts'
import type { FieldDeclaration } from './resource-fields.ts'

/** Who works with a resource, and where. */
export type ResourceCaller = { store: string; actor: string; role: Role }

const mayTouch = (field: FieldDeclaration, role: Role): boolean =>
  field.permission === undefined || roleAllows(role, field.permission)

/** The fields that the role may see and change, in declared order. */
export const visibleFields = (resource: Resource, role: Role): [string, FieldDeclaration][] =>
  Object.entries(resource.fields).filter(([, field]) => mayTouch(field, role))

/** The row without what the role may not see. */
export function hideFields(resource: Resource, role: Role, data: ResourceData): ResourceData {
  return Object.fromEntries(visibleFields(resource, role).map(([name]) => [name, data[name] ?? null]))
}

/** What the role may not see stays as it was, so that saving a form does not wipe it. */
export function keepHidden(
  resource: Resource,
  role: Role,
  { current, sent }: { current: ResourceData; sent: ResourceData },
): ResourceData {
  const hidden = Object.entries(resource.fields).filter(([, field]) => !mayTouch(field, role))
  const kept = Object.fromEntries(hidden.map(([name]) => [name, current[name] ?? null]))
  return { ...sent, ...kept }
}

/** The declaration as pages see it. */
export function describeResource(resource: Resource, role: Role): ResourceInfo {
  return {
    id: resource.id,
    nameZh: resource.nameZh,
    nameEn: resource.nameEn,
    area: resource.area,
    fields: visibleFields(resource, role).map(([id, field]) => ({
      id,
      nameZh: field.nameZh,
      nameEn: field.nameEn,
      kind: field.kind,
      required: field.required,
      ...(field.choices ? { choices: field.choices } : {}),
      ...(field.reference ? { reference: field.reference } : {}),
      ...(field.helpZh ? { helpZh: field.helpZh } : {}),
      ...(field.helpEn ? { helpEn: field.helpEn } : {}),
    })),
    keyFields: [...resource.keyFields],
    states: resource.states.map((state) => ({ ...state, next: [...state.next] })),
    canWrite: roleAllows(role, resource.permissions.write),
  }
}
