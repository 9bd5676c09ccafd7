import type { QueryResult } from '@zhanggui/contract'
import { useMemo } from 'react'
import { useMetricDictionary } from '../../api/use-metric-dictionary.ts'
import { useFormat } from '../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../locale/strings.ts'
import { strings } from './strings.ts'

/**
 * How a value of a dimension reads: periods in words, codes by the dictionary's names, ids by the names that came with the
 * answer, empty as unknown. Everything else names itself.
 */
export function useDimensionValue(labels?: QueryResult['labels']) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const dimensions = useMetricDictionary().data?.dimensions
  return useMemo(
    () =>
      (dimension: string, value: string): string => {
        if (value === '') return t.unknown
        const info = dimensions?.find(({ id }) => id === dimension)
        if (info?.kind === 'time') return format.period(value)
        const known = info?.values?.find(({ id }) => id === value)
        return known ? nameOf(known, language) : (labels?.[dimension]?.[value] ?? value)
      },
    [labels, language, format, t, dimensions],
  )
}

export type DimensionValueName = ReturnType<typeof useDimensionValue>
