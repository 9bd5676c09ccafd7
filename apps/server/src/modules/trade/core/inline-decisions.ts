import { setFlagsFromString } from 'node:v8'

/**
 * One order is some forty small functions, and the engine stops putting them into one another after 920 bytes of their code: with this
 * bound a decision takes a sixth less time (docs/order-core.md). To be imported first: code kept between runs is good for the same
 * flags only.
 */
setFlagsFromString('--max-inlined-bytecode-size-cumulative=3000')
