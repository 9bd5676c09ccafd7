import { PaymentReminderReports, ReportDays } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { reportReminders } from './report-reminders.ts'

/** What reminders of unpaid orders did; the plans themselves are a resource. */
export const reminderRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/stores/:store/payment-reminders',
      {
        preHandler: app.requirePermission('plan:read'),
        schema: {
          params: z.object({ store: z.string() }),
          querystring: ReportDays,
          response: { 200: PaymentReminderReports },
        },
      },
      (request) => reportReminders(context, storeOf(request), request.query),
    )
  }
