import type { Notice, Reply, StatementLine } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import type { Provider } from './providers.ts'
import { simulatorAdapter } from './simulator-adapter.ts'

/**
 * How a provider is reached. Every id is ours and is carried out once however often it is asked for. A reply says only that the
 * request was taken; what became of it comes as a notice, or is asked by `query`.
 */
export type PaymentAdapter = {
  charge(attemptId: string, cents: number): Promise<Reply>
  refund(refundId: string, of: { attemptId: string; cents: number }): Promise<Reply>
  query(attemptId: string): Promise<Notice | 'unknown' | 'timeout'>
  /** Notices that have come in where the provider does not call us; empty for those that do. */
  takeNotices(): Promise<Notice[]>
  statement(): Promise<StatementLine[]>
}

/** Every way to reach a provider; the resource's choices name the same. */
export function adapterOf(context: Context, store: string, provider: Provider): PaymentAdapter {
  return simulatorAdapter(context, store, provider)
}
