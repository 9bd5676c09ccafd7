import type { ReactNode } from 'react'
import { NO_VALUE } from '../format/signs.ts'

type Chosen = { label?: ReactNode; value?: string | number | undefined }

/**
 * For a select whose choices are fetched: until their names are there it shows a dash instead of the id, which is nobody's
 * word for a thing. An id that no choice bears any more is shown as it is.
 * @example <Select labelRender={namedOnly(promotions.isPending)} … />
 */
export const namedOnly =
  (isPending: boolean) =>
  ({ label, value }: Chosen): ReactNode =>
    label ?? (isPending ? NO_VALUE : value)
