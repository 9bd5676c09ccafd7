import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useStoreId } from '../app/use-store-id.ts'
import { type CompareChoice, type DayRange, type Preset, presetRange, readCompare, readRange } from './range.ts'
import { useDataRange } from './use-data-range.ts'

/**
 * Range and comparison of the page, from its URL.
 * Shape: `days` is null until the shop's data range is known, and stays null for a shop without data.
 */
export function useRange() {
  const store = useStoreId()
  const [search, setSearch] = useSearchParams()
  const data = useDataRange(store)
  const choice = useMemo(() => readRange(search), [search])
  const compare = readCompare(search)
  const days = useMemo<DayRange | null>(() => {
    if (choice.kind === 'days') return choice.days
    return data.data ? presetRange(choice.preset, data.data) : null
  }, [choice, data.data])

  const change = useCallback(
    (edit: (next: URLSearchParams) => void) =>
      setSearch((previous) => {
        const next = new URLSearchParams(previous)
        edit(next)
        return next
      }),
    [setSearch],
  )
  const setPreset = (preset: Preset) =>
    change((next) => {
      next.set('range', preset)
      next.delete('from')
      next.delete('to')
    })
  const setDays = (range: DayRange) =>
    change((next) => {
      next.delete('range')
      next.set('from', range.from)
      next.set('to', range.to)
    })
  const setCompare = (next: CompareChoice) => change((params) => params.set('compare', next))

  return { days, choice, compare, dataRange: data, setPreset, setDays, setCompare }
}
