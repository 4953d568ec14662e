// A value computed from the fields of one record. AND, OR and NOT are functions, as people know them from spreadsheets; && || and ! mean the same.
grammar Formula;

options { caseInsensitive = true; }

formula
    : expression EOF
    ;

expression
    : both (EITHER both)*
    ;

both
    : comparison (BOTH comparison)*
    ;

// Comparisons do not chain: a < b < c would compare a truth value with c.
comparison
    : sum (operator=(EQUAL | UNEQUAL | BELOW | AT_MOST | ABOVE | AT_LEAST) sum)?
    ;

sum
    : product (sumSign product)*
    ;

sumSign
    : PLUS | MINUS | JOIN
    ;

product
    : factor (productSign factor)*
    ;

productSign
    : TIMES | DIVIDE
    ;

factor
    : MINUS factor                                              # negative
    | NOT factor                                                # opposite
    | LEFT expression RIGHT                                     # group
    | NAME LEFT (expression (COMMA expression)*)? RIGHT         # call
    | NAME                                                      # name
    | NUMBER                                                    # number
    | STRING                                                    # text
    ;

EITHER   : '||' ;
BOTH     : '&&' ;
EQUAL    : '=' | '==' ;
UNEQUAL  : '<>' | '!=' ;
AT_MOST  : '<=' ;
AT_LEAST : '>=' ;
BELOW    : '<' ;
ABOVE    : '>' ;
NOT      : '!' ;
PLUS     : '+' ;
MINUS    : '-' ;
JOIN     : '&' ;
TIMES    : '*' ;
DIVIDE   : '/' ;
LEFT     : '(' ;
RIGHT    : ')' ;
COMMA    : ',' ;
NUMBER   : [0-9]+ ('.' [0-9]+)? ;
NAME     : [A-Z] [A-Z0-9_]* ;
STRING   : '"' (~["\\] | '\\' ["\\])* '"' | '\'' (~['\\] | '\\' ['\\])* '\'' ;
SPACE    : [ \t\r\n]+ -> skip ;
OTHER    : . ;
