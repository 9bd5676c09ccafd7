import type {
  CohortRequest,
  CohortResult,
  FunnelRequest,
  FunnelResult,
  QueryRequest,
  QueryResult,
} from '@zhanggui/contract'

/** The product's own three ways to ask, on the bench's shop. */
export type Product = {
  query(request: QueryRequest): Promise<QueryResult>
  funnel(request: FunnelRequest): Promise<FunnelResult>
  cohorts(request: CohortRequest): Promise<CohortResult>
}

/** An answer reduced to what both sides must agree on: one text a row, in one order. */
export type Answer = string[]

/**
 * One thing a dashboard asks.
 * `ask` goes through the metric catalogue as a page would; `peerSql` is the same question written by hand for PostgreSQL,
 * with as many columns, in the order of `Answer`. The bench compares the answers before it compares times.
 */
export type Question = { id: string; ask(product: Product): Promise<Answer>; peerSql: string }

/** Rows of a query as texts: dimension and metric values in the order asked for. */
export function rowsOf(result: QueryResult, ids: readonly string[]): Answer {
  return result.rows.map((row) => ids.map((id) => String(row[id] ?? '')).join('|')).sort()
}

/** A question that the metric query answers. */
export function querying(id: string, request: QueryRequest, peerSql: string): Question {
  const ids = [...(request.by ?? []), ...request.metrics]
  return { id, ask: async (product) => rowsOf(await product.query(request), ids), peerSql }
}

/** PostgreSQL's rows as texts. Days and months are made text in SQL; big integers arrive as text already. */
export const peerAnswer = (rows: readonly (readonly unknown[])[]): Answer =>
  rows.map((row) => row.map((value) => String(value ?? '')).join('|')).sort()
