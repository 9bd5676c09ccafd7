import { z } from 'zod'

export const PromotionCents = z.number().int().safe()
const Id = z.string().min(1).max(80)
const Names = z.array(z.string().max(80)).max(200)
const Ids = z.array(z.string().max(80)).max(20_000)
const Instant = z.iso.datetime({ offset: true })

const goods = {
  skuIds: Ids.optional(),
  spuIds: Ids.optional(),
  shopIds: Ids.optional(),
  categoryIds: Ids.optional(),
  brandIds: Ids.optional(),
  tags: Names.optional(),
}

/** Goods that take part: OR inside a field, AND between fields, less what `not` matches. Nothing given: all goods. */
export const RuleScope = z.strictObject({ ...goods, not: z.strictObject(goods).optional() })
export type RuleScope = z.infer<typeof RuleScope>

/** Public conditions only. `until` is the first instant at which the rule holds no longer. */
export const RuleWhen = z.strictObject({
  from: Instant.optional(),
  until: Instant.optional(),
  isNewBuyer: z.boolean().optional(),
  minTier: z.number().int().min(0).max(99).optional(),
  channels: Names.optional(),
  regions: Names.optional(),
  paymentMethods: Names.optional(),
})
export type RuleWhen = z.infer<typeof RuleWhen>

export const RulePayer = z.enum(['shop', 'platform', 'brand', 'bank', 'partner', 'government'])
export type RulePayer = z.infer<typeof RulePayer>

/**
 * One rule of a promotion: which mechanic with what figures, over which goods, when, at whose cost, beside what else.
 * `params` belong to the mechanic and are checked by it; see GET /v1/promotion-catalogue. Money in fen, shares in basis points.
 */
export const PromotionRule = z.strictObject({
  ruleId: Id,
  name: z.string().trim().min(1).max(200),
  mechanic: Id,
  params: z.record(z.string().max(80), z.unknown()),
  level: Id.optional(),
  group: Id.optional(),
  thresholdBase: z.enum(['listed', 'activity', 'remaining']).optional(),
  priority: z.number().int().min(-1_000_000).max(1_000_000).optional(),
  shopId: Id.optional(),
  scope: RuleScope.optional(),
  when: RuleWhen.optional(),
  needsClaim: z.boolean().optional(),
  /** When a spent coupon is given back; the engine's default depends on who issued it. */
  claimReturn: z.enum(['whenUnused', 'wholeOrder', 'never']).optional(),
  needsTicket: z.boolean().optional(),
  payers: z
    .array(z.strictObject({ payer: RulePayer, bp: z.number().int().min(0).max(10_000) }))
    .max(6)
    .optional(),
  maxCents: PromotionCents.optional(),
  timesPerBuyer: z.number().int().optional(),
  blocks: Names.optional(),
})
export type PromotionRule = z.infer<typeof PromotionRule>

/** What stands in the way (`error`: cannot be approved), what to look at (`warning`), what to know (`note`). */
export const PromotionFinding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  ruleIds: z.array(z.string()),
  zh: z.string(),
  en: z.string(),
  /** Figures and evidence; money in fen. Costs and margins are left out for roles without `profit:read`. */
  facts: z.record(z.string(), z.unknown()),
})
export type PromotionFinding = z.infer<typeof PromotionFinding>

const Named = { zh: z.string(), en: z.string() }

/** One input of a preset's form. `kind` says which input it is; the server checks the value again. `example` is a sound one. */
export const PresetField = z.object({
  key: z.string(),
  ...Named,
  kind: z.string(),
  required: z.boolean(),
  example: z.unknown(),
})
export type PresetField = z.infer<typeof PresetField>

/** GET /v1/promotion-catalogue — what a designer can choose from, from the engine's own declarations. */
export const PromotionCatalogue = z.object({
  mechanics: z.array(z.object({ mechanic: z.string(), ...Named, level: z.string(), group: z.string().nullable() })),
  pipelines: z.array(
    z.object({
      id: z.string(),
      ...Named,
      /** Presets that it has a level for. */
      presets: z.array(z.string()),
      levels: z.array(
        z.object({
          level: z.string(),
          ...Named,
          thresholdBase: z.enum(['listed', 'activity', 'remaining']),
          groups: z.array(
            z.object({
              group: z.string(),
              per: z.enum(['line', 'shop', 'cart']),
              max: z.number().int(),
              choose: z.enum(['best', 'first']),
            }),
          ),
        }),
      ),
    }),
  ),
  payers: z.array(RulePayer),
  /** What a form asks of every rule beside the fields of its preset; `key` is the place in the rule, with dots. */
  frame: z.array(PresetField),
  /** Promotions by the names that operators know; a rule is `rule` with a name and id, and the fields as `params`. */
  presets: z.array(
    z.object({
      id: z.string(),
      ...Named,
      /** Where a list of presets groups it. */
      family: z.string(),
      aboutZh: z.string(),
      aboutEn: z.string(),
      mechanic: z.string(),
      rule: z.record(z.string(), z.unknown()),
      fields: z.array(PresetField),
    }),
  ),
})
export type PromotionCatalogue = z.infer<typeof PromotionCatalogue>
