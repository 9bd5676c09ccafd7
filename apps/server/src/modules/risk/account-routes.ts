import {
  AccountHash,
  FindRiskAccount,
  LinkRiskMark,
  RiskAccountPerson,
  RiskAccountsShared,
  StoreId,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { storeOf } from '../../http/caller.ts'
import { callerOf } from '../admin/routes/resource-routes.ts'
import { findAccount } from './accounts/find-account.ts'
import { relinkMark, unlinkMark } from './accounts/link-mark.ts'
import { listSharedMarks } from './accounts/list-shared.ts'
import { readAccountPerson } from './accounts/read-account.ts'

const StorePath = z.object({ store: StoreId })
const AccountPath = StorePath.extend({ account: AccountHash })

/** Accounts that are held to be one person (P6.09), for whoever deals with buyers. */
export const accountRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission('trade:write')
    const accounts = '/v1/stores/:store/risk/accounts'
    const response = { 200: RiskAccountPerson }
    const linking = { params: AccountPath, body: LinkRiskMark, response }

    app.get(accounts, { preHandler, schema: { params: StorePath, response: { 200: RiskAccountsShared } } }, (request) =>
      listSharedMarks(context, storeOf(request).id),
    )
    // By POST: an id in an address would stay in logs and histories.
    app.post(
      `${accounts}/find`,
      { preHandler, schema: { params: StorePath, body: FindRiskAccount, response } },
      (request) => findAccount(context, callerOf(request), request.body),
    )
    app.get(`${accounts}/:account`, { preHandler, schema: { params: AccountPath, response } }, (request) =>
      readAccountPerson(context, storeOf(request).id, request.params.account),
    )
    app.post(`${accounts}/:account/unlink`, { preHandler, schema: linking }, (request) =>
      unlinkMark(context, callerOf(request), request.params.account, request.body),
    )
    app.post(`${accounts}/:account/relink`, { preHandler, schema: linking }, (request) =>
      relinkMark(context, callerOf(request), request.params.account, request.body),
    )
  }
