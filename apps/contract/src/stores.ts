import { z } from 'zod'

export const StoreId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)
  .describe('lower-case letters, digits, - and _; at most 40')

export const Store = z.object({
  id: StoreId,
  name: z.string(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  timezone: z.string(),
  platform: z.string().describe('tmall, taobao, jd, own, …'),
  foundedDay: z.string().nullable(),
  demo: z.boolean(),
  createdAt: z.string(),
})
export type Store = z.infer<typeof Store>

/** POST /v1/stores */
export const CreateStore = z.object({
  id: StoreId,
  name: z.string().trim().min(1).max(60),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('CNY'),
  timezone: z.string().default('Asia/Shanghai'),
  platform: z.string().default('tmall'),
  foundedDay: z.string().nullable().default(null),
})
export type CreateStore = z.input<typeof CreateStore>

/** PUT /v1/stores/{store}. Currency and time zone stay as they are: figures already stored are counted in them. */
export const UpdateStore = z.object({
  name: z.string().trim().min(1).max(60),
  platform: z.string().trim().min(1).max(40),
  foundedDay: z.string().nullable(),
})
export type UpdateStore = z.infer<typeof UpdateStore>
