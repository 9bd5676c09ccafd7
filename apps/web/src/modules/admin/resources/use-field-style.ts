import { useMemo } from 'react'
import { useStores } from '../../../api/use-stores.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import type { FieldStyle } from './field-text.ts'
import { strings } from './strings.ts'

/** The currency in which amounts of the shop's records are written. */
export const useStoreCurrency = (store: string): string =>
  useStores().data?.find((known) => known.id === store)?.currency ?? 'CNY'

/** How values of records are written for this reader in this shop. */
export function useFieldStyle(store: string): FieldStyle {
  const format = useFormat(useStoreCurrency(store))
  const language = useLanguage()
  const words = useStrings(strings)
  return useMemo(() => ({ format, language, words }), [format, language, words])
}
