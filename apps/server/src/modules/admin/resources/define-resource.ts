import type { Permission } from '@zhanggui/contract'
import { assert } from '@zhanggui/kernel'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { FieldDeclaration } from './resource-fields.ts'

export type ResourceData = Record<string, unknown>

export type StateDeclaration = { id: string; nameZh: string; nameEn: string; next: readonly string[] }

/** A row as a mirror sees it after a save; `removed` when it was deleted. */
export type SavedRow = { id: string; state: string | null; data: ResourceData; removed: boolean }

/** What must hold between the fields of a row; told at `field`. */
export type RowRule = { field: string; holds: (data: ResourceData) => boolean; zh: string; en: string }

export type ResourceDeclaration = {
  /** In the API's path and the trail's subject, plural. */
  id: string
  nameZh: string
  nameEn: string
  /** Area of the loop, as in `modules/`. */
  area: string
  fields: Readonly<Record<string, FieldDeclaration>>
  /** Together unique within the shop (within the person, for a personal resource); compared without case and width. */
  keyFields: readonly string[]
  /** Checked once every field is right by itself. */
  rules?: readonly RowRule[]
  /** The first is where a new row starts; none for a resource without a life cycle. */
  states?: readonly StateDeclaration[]
  permissions: { read: Permission; write: Permission }
  /** Everybody sees and changes only what they made themselves. */
  personal?: boolean
  /** A yes-or-no field of a personal resource: what its maker shares by it, everybody in the shop sees and nobody else changes. */
  sharedBy?: string
  /** Fields whose values need a second person's word, once the shop asks for it (Settings → Approvals). */
  approval?: { id: string; nameZh: string; nameEn: string; fields: readonly string[]; approve: Permission }
  /** Runs inside the saving transaction, after the rows are written: keeps a copy that other parts read in step. */
  mirror?: (context: Context, tx: RecordTx, store: string, rows: readonly SavedRow[]) => Promise<void>
}

export type Resource = ResourceDeclaration & {
  states: readonly StateDeclaration[]
  personal: boolean
  /** Checks a whole row; unknown fields are refused, so that typing errors show. */
  schema: z.ZodType<ResourceData>
}

/**
 * Turns a declaration into a resource: table, API, pages, files, history and audit follow from it.
 * Errors: throws when a key field or a state's successor is not declared.
 */
export function defineResource(declaration: ResourceDeclaration): Resource {
  const { id, fields, keyFields, states = [], personal = false } = declaration
  assert(keyFields.length > 0 && keyFields.every((key) => key in fields), `${id}: key fields are fields`)
  assert(
    (declaration.approval?.fields ?? []).every((name) => name in fields),
    `${id}: guarded fields are fields`,
  )
  assert(
    declaration.sharedBy === undefined || (personal && fields[declaration.sharedBy]?.kind === 'boolean'),
    `${id}: a personal resource is shared by a yes-or-no field`,
  )
  const ids = states.map((state) => state.id)
  assert(
    states.every((state) => state.next.every((next) => ids.includes(next))),
    `${id}: a state leads to declared states`,
  )
  const shape = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema]))
  return { ...declaration, states, personal, schema: withRules(z.strictObject(shape), declaration.rules ?? []) }
}

const withRules = (schema: z.ZodType<ResourceData>, rules: readonly RowRule[]): z.ZodType<ResourceData> =>
  rules.reduce<z.ZodType<ResourceData>>(
    (checked, { field, holds, zh, en }) => checked.refine(holds, { path: [field], params: { zh, en } }),
    schema,
  )

/**
 * The text that makes a row unique. Width and case do not make a different record (`ＡＢ１` is `ab1`).
 * @example keyTextOf(products, { itemId: ' 6100Ａ ' }) // '["6100a"]'
 */
export function keyTextOf(resource: Resource, data: ResourceData): string {
  return JSON.stringify(resource.keyFields.map((name) => normaliseKey(data[name])))
}

const normaliseKey = (value: unknown): unknown =>
  typeof value === 'string' ? value.normalize('NFKC').trim().toLowerCase() : (value ?? null)
