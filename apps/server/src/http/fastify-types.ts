import type { Permission } from '@zhanggui/contract'
import type { Caller, StoreAccess } from './caller.ts'
import type { LoadGauge, LoadMeter } from './load-meter.ts'
import type { AccessCheck, RouteAccess } from './route-access.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Use as `preHandler`: the caller's role in the shop of `params.store` must hold the permission. */
    requirePermission(permission: Permission): AccessCheck
    /** Use as `preHandler`: the shop's event key as a bearer token, or a person who may write events. */
    requireEventKey: AccessCheck
    /** Use as `preHandler`: the shop's key to its order core as a bearer token, or a person who may submit orders. */
    requireTradeKey: AccessCheck
    /** Use as `preHandler`: any signed-in person. */
    requireSignIn: AccessCheck
    /** Use as `preHandler`: the owner of the installation. */
    requireOwner: AccessCheck
    /** Use as `preHandler`: everybody, signed in or not. */
    publicRoute: AccessCheck
    /** How loaded this process is. */
    load: LoadMeter
    /** Queues of this process by name; an area adds its own. */
    loadGauges: Map<string, () => LoadGauge>
    /** Whether a job of the clock may run now, or waits because orders need the room. */
    mayRunJob: (job: string) => boolean
    /** Every registered route with what it asks of its caller. */
    routeAccess: { method: string; url: string; access: RouteAccess }[]
  }
  interface FastifyRequest {
    caller: Caller | null
    storeAccess: StoreAccess | null
  }
}
