import multipart from '@fastify/multipart'
import { BudgetTable } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { readTable } from '../../admin/resources/read-table.ts'
import { withUpload } from '../../admin/routes/resource-file-routes.ts'
import { loadBudget } from '../load-budget.ts'
import { previewTable } from '../tree/read-table.ts'
import { BUDGET_PATH, budgetCaller, PlanPath } from './budget-path.ts'

const FILE_BYTES_MAX = 20 * 1024 * 1024
const BaseQuery = z.object({ base: z.enum(['total', 'parent', 'period', 'sales']).optional() })

/** A budget table as a CSV or XLSX file: read, shown, not stored. */
export const tableFileRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(multipart, { limits: { files: 1, fileSize: FILE_BYTES_MAX, fields: 5 } })
    app.post(
      `${BUDGET_PATH}/table-file`,
      {
        preHandler: app.requirePermission('plan:write'),
        schema: { params: PlanPath, querystring: BaseQuery, response: { 200: BudgetTable } },
      },
      (request) =>
        withUpload(context, request, async ({ path, name }) => {
          const loaded = await loadBudget(context, budgetCaller(request))
          const rows = (await readTable(path, name)).map((row) => row.cells)
          return previewTable(loaded, rows, request.query.base ?? null)
        }),
    )
  }
