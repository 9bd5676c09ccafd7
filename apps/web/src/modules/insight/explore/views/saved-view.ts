import type { Filter, QueryRequest, ResourceRow } from '@zhanggui/contract'
import { type CompareChoice, SHARED_PARAMS } from '../../../../range/range.ts'
import { EXPLORE_PARAMS, writeExplore } from '../explore-state.ts'

/** A question that somebody keeps. `search` is the explorer's address without the `?`. */
export type SavedView = {
  id: string
  version: number
  name: string
  search: string
  query: QueryRequest
  shared: boolean
  /** Made by the reader, who alone may change it. */
  mine: boolean
  by: string
}

/** The parameter that says which view is open; it is not part of the question. */
export const VIEW_PARAM = 'view'

const QUESTION_PARAMS: readonly string[] = [...EXPLORE_PARAMS, ...SHARED_PARAMS]

/** The question of an address, in one order, so that the same question is the same text. */
export function questionOf(search: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const name of QUESTION_PARAMS) for (const value of search.getAll(name)) kept.append(name, value)
  return kept.toString()
}

const withOp = ({ op = 'in', ...filter }: NonNullable<QueryRequest['filters']>[number]): Filter => ({ ...filter, op })

/** The address of a question that was saved without one, through the API. */
function searchOfQuery({ metrics, by, filters, from, to, compare }: QueryRequest): string {
  const search = new URLSearchParams(
    writeExplore({ metrics: [...metrics], dimensions: [...(by ?? [])], filters: (filters ?? []).map(withOp) }),
  )
  const shared: [string, string | undefined][] = [
    ['from', from],
    ['to', to],
    ['compare', compare satisfies CompareChoice | undefined],
  ]
  for (const [name, value] of shared) if (value) search.set(name, value)
  return search.toString()
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A row of the resource as a view. Its data was checked when it was saved. */
export function viewOf({ id, version, data, mine, updatedBy }: ResourceRow): SavedView {
  const query = data.query as QueryRequest
  const kept = isRecord(data.settings) ? data.settings.search : null
  return {
    id,
    version,
    name: String(data.name),
    search: typeof kept === 'string' ? questionOf(new URLSearchParams(kept)) : searchOfQuery(query),
    query,
    shared: data.shared === true,
    mine: mine !== false,
    by: updatedBy,
  }
}

/** What is sent to keep a question. */
export const dataOf = (view: Pick<SavedView, 'name' | 'search' | 'query' | 'shared'>) => ({
  name: view.name,
  query: view.query,
  settings: { search: view.search },
  shared: view.shared,
})

/** The address that opens a view and remembers which one it is. Shape: `?…`. */
export const openSearch = ({ id, search }: Pick<SavedView, 'id' | 'search'>): string =>
  `?${search}${search === '' ? '' : '&'}${VIEW_PARAM}=${encodeURIComponent(id)}`
