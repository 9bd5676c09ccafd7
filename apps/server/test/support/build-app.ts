import type { FastifyInstance } from 'fastify'
import { type AppOptions, buildApp as buildAsServed } from '../../src/app.ts'
import type { Context } from '../../src/context.ts'
import { until } from './let-go.ts'

/** The app as it is served, until its installation is let go of. */
export const buildApp = (context: Context, options?: AppOptions): FastifyInstance =>
  until(context, buildAsServed(context, options))
