package basedecl.architecture.planted.money;

import org.springframework.stereotype.Component;

/** Planted: knows Spring in a domain room. */
@Component
class SpringInTheCellar {}
