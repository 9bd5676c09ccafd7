import {
  BestAnswer,
  BestQuestion,
  CheckRules,
  EventsQualified,
  PromotionHeard,
  PromotionSequence,
  PromotionText,
  ProposedSets,
  QualifyEvents,
  ReplayRules,
  RulesChecked,
  RulesReplayed,
  RulesSimulated,
  SetQuery,
  SimulateRules,
  TopUpHint,
  TopUpQuestion,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { roleOf, storeOf } from '../../../http/caller.ts'
import { askBest } from '../price/ask-best.ts'
import { askTopUp } from '../price/ask-top-up.ts'
import { checkRulesFor } from '../questions/check-rules.ts'
import { promotionHeard } from '../questions/promotion-heard.ts'
import { promotionSequence } from '../questions/promotion-sequence.ts'
import { promotionText } from '../questions/promotion-text.ts'
import { proposeSets } from '../questions/propose-sets.ts'
import { qualifyEvents } from '../questions/qualify-events.ts'
import { replayRules } from '../questions/replay-rules.ts'
import { simulateRules } from '../questions/simulate-rules.ts'
import { PROMOTIONS_PATH, PromotionPath, RULES_BYTES, StorePath } from './promotion-routes.ts'

/** Questions before publishing: what is wrong with rules, what they would have done, which coupons are best. Nothing is stored. */
export const questionRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const given = { preHandler: app.requirePermission('plan:read'), bodyLimit: RULES_BYTES }
    const params = StorePath

    app.post(
      '/v1/stores/:store/price/best',
      { ...given, schema: { params, body: BestQuestion, response: { 200: BestAnswer } } },
      (request) => askBest(context, storeOf(request), request.body),
    )

    app.post(
      '/v1/stores/:store/price/top-up',
      { ...given, schema: { params, body: TopUpQuestion, response: { 200: z.array(TopUpHint) } } },
      (request) => askTopUp(context, storeOf(request), request.body),
    )

    app.post(
      `${PROMOTIONS_PATH}/check`,
      { ...given, schema: { params, body: CheckRules, response: { 200: RulesChecked } } },
      (request) => checkRulesFor(context, { store: storeOf(request), role: roleOf(request) }, request.body),
    )

    app.post(
      `${PROMOTIONS_PATH}/replay`,
      { ...given, schema: { params, body: ReplayRules, response: { 200: RulesReplayed } } },
      (request) => replayRules(context, { store: storeOf(request), role: roleOf(request) }, request.body),
    )

    app.post(
      `${PROMOTIONS_PATH}/simulate`,
      { ...given, schema: { params, body: SimulateRules, response: { 200: RulesSimulated } } },
      (request) => simulateRules(context, { store: storeOf(request), role: roleOf(request) }, request.body),
    )

    app.post(
      `${PROMOTIONS_PATH}/events`,
      { ...given, schema: { params, body: QualifyEvents, response: { 200: EventsQualified } } },
      (request) => qualifyEvents(context, storeOf(request), request.body),
    )

    app.get(
      '/v1/stores/:store/promotion-sets',
      {
        preHandler: given.preHandler,
        schema: { params, querystring: SetQuery, response: { 200: ProposedSets } },
      },
      (request) => proposeSets(context, { store: storeOf(request), role: roleOf(request) }, request.query),
    )

    app.get(
      `${PROMOTIONS_PATH}/:promotion/heard`,
      { preHandler: given.preHandler, schema: { params: PromotionPath, response: { 200: PromotionHeard } } },
      (request) => promotionHeard(context, storeOf(request), request.params.promotion),
    )

    app.get(
      `${PROMOTIONS_PATH}/:promotion/sequence`,
      { preHandler: given.preHandler, schema: { params: PromotionPath, response: { 200: PromotionSequence } } },
      (request) => promotionSequence(context, storeOf(request).id, request.params.promotion),
    )

    app.get(
      `${PROMOTIONS_PATH}/:promotion/text`,
      { preHandler: given.preHandler, schema: { params: PromotionPath, response: { 200: PromotionText } } },
      (request) => promotionText(context, storeOf(request).id, request.params.promotion),
    )
  }
