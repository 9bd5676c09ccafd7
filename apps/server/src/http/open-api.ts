import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'

/** Zod schemas validate and serialise every route, and the same schemas describe it at `/v1/openapi.json`. */
export function addOpenApi(app: FastifyInstance): void {
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '掌柜 Zhanggui',
        version: '1',
        description: 'One system for the whole working year of an online store.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'zhanggui.session_token' },
          eventKey: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: jsonSchemaTransform,
  })
  app.register(async (scope) => {
    scope.get('/v1/openapi.json', { preHandler: scope.publicRoute, schema: { hide: true } }, async () => app.swagger())
  })
}
