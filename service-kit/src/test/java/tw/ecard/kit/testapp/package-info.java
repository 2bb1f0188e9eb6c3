/** The smallest application that uses everything the kit offers; what the kit's own tests drive. */
package tw.ecard.kit.testapp;
