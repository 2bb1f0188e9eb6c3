/** Who calls: the roles and the institution that the token names. What a role may do is said at each resource. */
package tw.ecard.kit.access;
