/** What both services' API descriptions have in common. */
package tw.ecard.kit.openapi;
