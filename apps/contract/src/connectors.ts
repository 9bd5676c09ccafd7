import { z } from 'zod'

/** `off`: nothing passes. `simulated`: what passes stays on this machine. `real`: an outside system takes part. */
export const CONNECTOR_STATES = ['off', 'simulated', 'real'] as const
export const ConnectorState = z.enum(CONNECTOR_STATES)
export type ConnectorState = z.infer<typeof ConnectorState>

const Words = z.object({ zh: z.string(), en: z.string() })

/** GET /v1/stores/{store}/connectors — every place where this system touches an outside one, and how it stands in this shop. */
export const ConnectorInfo = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  /** `out`: this system calls. `in`: it waits to be called, or to be handed files. */
  direction: z.enum(['out', 'in', 'both']),
  state: ConnectorState,
  /** How many are on, by what stands behind them. */
  real: z.number().int(),
  simulated: z.number().int(),
  /** What a real connection needs. */
  needs: Words,
  /** What plays the outside system while there is none. */
  simulator: Words,
  /** Page below the shop where it is switched on. */
  page: z.string(),
})
export type ConnectorInfo = z.infer<typeof ConnectorInfo>
